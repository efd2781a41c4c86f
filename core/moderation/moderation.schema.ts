import { z } from "zod"
import { CommentView } from "../comment/comment.schema"
import { anyId, idOf } from "../id"
import { PageInput, pageOf } from "../page.schema"
import { PictureView } from "../photo/photo.schema"
import { maxContentWarning } from "../post/post.schema"
import { CaseKind, ReportKind } from "../report/report.schema"
import { line, text } from "../text.schema"
import { AuthorView } from "../user/user.schema"

/** The rules of the site, which every decision names one of; messages say them in words. */
export const Rule = z.enum([
  "spam",
  "sexual_content",
  "harassment",
  "violence",
  "self_harm",
  "copyright",
  "minors",
  "private_information",
  "illegal",
  "other",
])
export type Rule = z.output<typeof Rule>

/** What may be decided. `approve` lets go what was held. */
export const Act = z.enum([
  "dismiss",
  "approve",
  "cover",
  "hide",
  "close_comments",
  "warn",
  "hold",
  "suspend",
  "quarantine",
])
export type Act = z.output<typeof Act>

/** Those that change nothing for anybody: nobody but the reporters hears of them. */
export const silent: readonly Act[] = ["dismiss", "approve"]

/** The rules by which a legal notice is followed. */
export const byNotice: readonly Rule[] = ["copyright", "illegal"]

/** For how many days a decision may be appealed, and undone without an appeal. */
export const appealDays = 30
export const maxReason = 2000

const Reason = text(maxReason)
const Targets = z.array(anyId()).min(1).max(50)

/** What whoever decides saw of a thing's case. */
const Seen = z.strictObject({
  target: anyId(),
  /** The time of the newest that it held, if it was open. */
  newestAt: z.iso.datetime().optional(),
})
export type Seen = z.output<typeof Seen>

export const Decide = z
  .strictObject({
    /** Several things of one kind of case, one decision: each has its own, and is undone by itself. */
    targets: Targets,
    act: Act,
    rule: Rule.default("other"),
    /** Written for the author, who reads it as it is. */
    reason: Reason.default(""),
    /** What covers the post, with `cover`. */
    warning: line(maxContentWarning).optional(),
    /** What the author reads of a legal notice, with `copyright` or `illegal`. */
    takedownId: idOf("takedown").optional(),
    /** What is no longer as it was seen is not decided about. */
    seen: z.array(Seen).max(50).optional(),
  })
  .refine(({ act, reason }) => silent.includes(act) || reason.length >= 3, {
    error: "reason_missing",
    path: ["reason"],
  })
  .refine(({ rule, takedownId }) => !takedownId || byNotice.includes(rule), {
    error: "takedown_rule",
    path: ["takedownId"],
  })
export const Decided = z.object({
  decisions: z.array(z.object({ target: z.string(), id: idOf("decision") })),
  /** What could not be decided so, and why: it stands so already, or is gone. */
  refused: z.array(z.object({ target: z.string(), code: z.string() })),
})
export type Decided = z.output<typeof Decided>

export const DecisionInput = z.strictObject({ id: idOf("decision") })
/** Stands in the link of a mail: lets a suspended person read and appeal. */
const proof = z
  .string()
  .regex(/^[\w-]{1,40}\.[\w-]{43}$/, { error: "link" })
  .optional()
export const ReadDecision = DecisionInput.extend({ proof })
export const Undo = DecisionInput.extend({ why: text(maxReason, 3) })
export const MakeAppeal = ReadDecision.extend({
  text: text(maxReason, 3),
  /** With a counter-notice to a legal one: the author's name, and that they swear to it. */
  counterNotice: z
    .strictObject({ name: line(200, 2), sworn: z.literal(true, { error: "sworn" }) })
    .optional(),
})
export const AnswerAppeal = DecisionInput.extend({
  answer: z.enum(["granted", "upheld"]),
  text: text(maxReason, 3),
})

export const AppealView = z.object({
  text: z.string(),
  at: z.iso.datetime(),
  status: z.enum(["open", "granted", "upheld"]),
  counterNotice: z.boolean(),
  answer: z.string().optional(),
  answeredAt: z.iso.datetime().optional(),
})
export type AppealView = z.output<typeof AppealView>

/** A decision as its author reads it: never who reported, nor who decided. */
export const DecisionView = z.object({
  id: idOf("decision"),
  target: z.string(),
  postId: idOf("post").optional(),
  act: Act,
  rule: Rule,
  reason: z.string(),
  at: z.iso.datetime(),
  undone: z.boolean(),
  /** Until when it may be appealed; absent when it no longer may. */
  appealUntil: z.iso.datetime().optional(),
  appeal: AppealView.optional(),
  /** What a legal notice says, without whoever sent it. */
  notice: z.string().optional(),
  /** Whether it is about the reader, or they have the link of its mail: then they may appeal. */
  own: z.boolean(),
})
export type DecisionView = z.output<typeof DecisionView>

export const DecisionForModerator = DecisionView.omit({ own: true }).extend({
  by: z.string(),
  appeal: AppealView.extend({
    /** Under what name a counter-notice is sworn. */
    swornBy: z.string().optional(),
  }).optional(),
  owner: AuthorView.optional(),
  /** Whether this moderator may answer the appeal: whoever decided leaves it to another, if there is one. */
  mayAnswer: z.boolean(),
})
export type DecisionForModerator = z.output<typeof DecisionForModerator>

export const Queue = z.enum(["open", "appeals", "decided"])
export type Queue = z.output<typeof Queue>
export const ReadQueue = PageInput.extend({ queue: Queue.default("open") })

/** One line of the queue. */
export const CaseSummary = z.object({
  target: z.string(),
  kinds: z.array(CaseKind),
  count: z.int(),
  openedAt: z.iso.datetime(),
  newestAt: z.iso.datetime(),
  /** When it should be decided at the latest. */
  dueAt: z.iso.datetime(),
  picture: PictureView.optional(),
  altText: z.string().optional(),
  /** The decision, of an appeal or of what is decided. */
  decision: DecisionForModerator.optional(),
})
export type CaseSummary = z.output<typeof CaseSummary>
export const CasePage = pageOf(CaseSummary).extend({
  /** How many wait, up to a hundred. */
  waiting: z.object({ open: z.int(), appeals: z.int() }),
})
export type CasePage = z.output<typeof CasePage>

export const CaseInput = z.strictObject({ id: anyId() })
export const WriteNote = CaseInput.extend({ note: text(maxReason, 1) })

/** A case as moderators see it. */
export const CaseView = CaseSummary.extend({
  kind: z.enum(["post", "comment", "user", "photo"]),
  status: z.enum(["open", "decided", "none"]),
  owner: AuthorView.optional(),
  ownerSince: z.iso.datetime().optional(),
  ownerPosts: z.int(),
  /** How many decisions stand against the owner. */
  against: z.int(),
  /** Whether this moderator may open its page. */
  opens: z.boolean(),
  pictures: z.array(
    z.object({
      picture: PictureView,
      altText: z.string(),
      /** It is out of reach, for moderators too. */
      quarantined: z.boolean().optional(),
    }),
  ),
  caption: z.string().optional(),
  comment: CommentView.pick({ id: true, postId: true, text: true, createdAt: true }).optional(),
  reports: z.array(
    z.object({
      by: AuthorView.optional(),
      kind: ReportKind,
      text: z.string(),
      at: z.iso.datetime(),
      status: z.enum(["open", "dismissed", "acted"]),
    }),
  ),
  notes: z.array(z.object({ by: AuthorView.optional(), text: z.string(), at: z.iso.datetime() })),
  decisions: z.array(DecisionForModerator),
  takedowns: z.array(
    z.object({
      id: idOf("takedown"),
      name: z.string(),
      email: z.string(),
      right: z.string(),
      text: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** What may be decided about it now. */
  acts: z.array(Act),
})
export type CaseView = z.output<typeof CaseView>
