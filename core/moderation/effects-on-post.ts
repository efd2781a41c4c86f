import { AppError } from "../error"
import type { Photo } from "../photo"
import { Post } from "../post"
import type { Effect } from "./effects"
import type { Act } from "./moderation.schema"
import type { Subject } from "./subject"

type OfPost = Subject & { kind: "post" }
type Moderation = NonNullable<Post.PostRow["moderation"]>

/** A post as it was before a decision, and which of its states that made. */
export type PostBefore = Pick<Post.PostRow, "updatedAt" | "contentWarning" | "commentsAllowed"> & {
  held?: string
  madeAt: string
}

/** What covers a post, and which of its photos are shut away with it. */
export type HowOnPost = { warning: string; shutAway: readonly Photo.PhotoRow[] }

/** What was before, which photos are given back with that, and when the post then changed last. */
export type UndoneHow = {
  before: unknown
  released: readonly Photo.PhotoRow[]
  updatedAt: string | undefined
}

/** What of `moderation` each decision sets. */
const marks: Partial<Record<Act, keyof Moderation>> = {
  hide: "hidden",
  quarantine: "hidden",
  cover: "covered",
  close_comments: "closed",
}

export function effectOnPost(
  act: Act,
  { post, owner }: OfPost,
  decisionId: string,
  { warning, shutAway }: HowOnPost,
): Effect {
  const { held, ...moderation }: Moderation = post.moderation ?? {}
  const mark = marks[act]
  if (!mark && act !== "approve") throw new AppError("unprocessable", { reason: "not_so" })
  const hides = mark === "hidden" || act === "approve"
  const change: Post.Moderated = {
    moderation: {
      ...moderation,
      ...(mark ? { [mark]: decisionId } : {}),
      // Who decides to hide it has looked: it no longer waits.
      ...(held && !hides ? { held } : {}),
    },
    ...(act === "cover" ? { contentWarning: warning } : {}),
    ...(act === "close_comments" ? { commentsAllowed: false } : {}),
    shutAway,
  }
  const updatedAt = Post.changeOf(post)
  const { contentWarning, commentsAllowed } = post
  const before: PostBefore = {
    updatedAt: post.updatedAt,
    madeAt: updatedAt,
    commentsAllowed,
    ...(contentWarning === undefined ? {} : { contentWarning }),
    ...(held && hides ? { held } : {}),
  }
  return { write: (t) => Post.moderated(t, post, owner, { ...change, updatedAt }), before }
}

/** Gives back what a decision changed of a post. */
export function undoneOnPost(act: Act, { post, owner }: OfPost, how: UndoneHow) {
  const { before: noted, released, updatedAt } = how
  const mark = marks[act]
  const before = noted as PostBefore | undefined
  if (!before || (!mark && act !== "approve")) return () => []
  const { moderation = {} } = post
  const rest = Object.fromEntries(Object.entries(moderation).filter(([name]) => name !== mark))
  const change: Post.Moderated = {
    moderation: { ...rest, ...(before.held ? { held: before.held } : {}) },
    ...(act === "cover" ? { contentWarning: before.contentWarning } : {}),
    ...(act === "close_comments" ? { commentsAllowed: before.commentsAllowed } : {}),
    ...(updatedAt ? { updatedAt } : {}),
    released,
  }
  return (t: Parameters<typeof Post.moderated>[0]) => Post.moderated(t, post, owner, change)
}
