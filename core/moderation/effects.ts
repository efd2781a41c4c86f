import { Comment } from "../comment"
import { AppError } from "../error"
import { Photo } from "../photo"
import type { Entities } from "../table"
import { now } from "../time"
import { heldBack } from "./effects-on-owner"
import { effectOnPost, type HowOnPost, type UndoneHow, undoneOnPost } from "./effects-on-post"
import type { Act } from "./moderation.schema"
import type { Subject } from "./subject"

export type Items = ReturnType<Parameters<typeof import("../table").transact>[0]>
type Write = (t: Entities) => Items

/** What a decision changes, and what that was before. */
export type Effect = { write: Write; before?: unknown }

/** What may be decided about each kind of thing. */
export function actsOn(subject: Subject): Act[] {
  switch (subject.kind) {
    case "post": {
      const { moderation = {} } = subject.post
      return [
        ...(moderation.held ? (["approve"] as const) : (["dismiss"] as const)),
        ...(moderation.hidden ? [] : (["hide"] as const)),
        ...(moderation.covered ? [] : (["cover"] as const)),
        ...(moderation.closed ? [] : (["close_comments"] as const)),
        ...(moderation.hidden ? [] : (["quarantine"] as const)),
        ...onOwner(subject),
      ]
    }
    case "comment":
      return ["dismiss", ...(subject.comment.row.moderation ? [] : (["hide"] as const)), ...onOwner(subject)]
    case "photo": {
      // One that was shut away with its post comes back with that.
      const { state, reason } = subject.photo
      return [...(state === "quarantined" && reason === "blocked" ? (["approve"] as const) : []), "dismiss"]
    }
    case "user":
      return ["dismiss", ...onOwner(subject)]
  }
}

const onOwner = ({ owner }: Subject): Act[] => [
  "warn",
  ...(owner.heldBy ? [] : (["hold"] as const)),
  ...(owner.suspendedAt ? [] : (["suspend"] as const)),
]

const nothing: Effect = { write: () => [] }

/**
 * What a decision does. Suspending is the account's own affair and is not among it: it is written with it.
 * @throws AppError `conflict` when it is so already; `unprocessable` when it cannot be decided about such a thing
 */
export function effectOf(act: Act, subject: Subject, decisionId: string, how: HowOnPost): Effect {
  if (!actsOn(subject).includes(act)) throw new AppError("conflict", { reason: "decided_so" })
  if (act === "warn" || act === "dismiss" || act === "suspend") return nothing
  if (act === "hold") {
    const { userId } = subject.owner
    return { write: (t) => heldBack(t, userId, decisionId) }
  }
  if (subject.kind === "post") return effectOnPost(act, subject, decisionId, how)
  if (subject.kind === "comment") {
    const { row, shard, isOut } = subject.comment
    return { write: (t) => Comment.moderated(t, row, decisionId, { shard, isOut }), before: { shard } }
  }
  if (subject.kind === "photo") {
    const { updatedAt } = subject.photo
    // As if it came now: what nobody does anything with for a day is swept, and what waits for it is gone on with.
    return {
      write: (t) => [Photo.released(t, { ...subject.photo, updatedAt: now() })],
      before: { updatedAt },
    }
  }
  throw new AppError("unprocessable", { reason: "not_so" })
}

/** The writes that give back what a decision changed of the thing: all of it, and nothing else. */
export function undone(act: Act, subject: Subject, decisionId: string, how: UndoneHow): Write {
  if (subject.kind === "post") return undoneOnPost(act, subject, how)
  if (subject.kind === "comment" && act === "hide" && subject.comment.row.moderation?.hidden === decisionId) {
    const { row, isOut } = subject.comment
    return (t) => Comment.moderated(t, row, undefined, { ...(how.before as { shard: number }), isOut })
  }
  if (subject.kind === "photo" && act === "approve") {
    const before = how.before as { updatedAt: string } | undefined
    return (t) => [Photo.shutAway(t, { ...subject.photo, ...before })]
  }
  return () => []
}
