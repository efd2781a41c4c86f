import type { Actor } from "../actor"
import { Follow } from "../follow"
import { Relation } from "../relation"
import { fold } from "../text-fold"
import { User } from "../user"
import type { PostRow } from "./post"
import { ownsPost, seesPost } from "./post.access"

/** A post that the actor may see, with who wrote it. */
export type Seen = { row: PostRow; author: User.UserRow }

export type Reading = {
  /** Whether it is a list that the reader did not ask for by name: then mutes and filtered words leave posts out. */
  feed?: boolean
  /** Those that an album or a link gave to the reader, or that it gave all: their audience does not matter. */
  given?: ReadonlySet<string> | boolean
}

/**
 * Those of some posts that the actor may see, in order. Authors, blocks and follows are read together in one step; only
 * of an account that has just become private a second one is needed.
 */
export async function seen(
  actor: Actor,
  rows: readonly PostRow[],
  { feed = false, given = false }: Reading = {},
): Promise<Seen[]> {
  if (rows.length === 0) return []
  const limited = rows.filter((row) => row.audience === "followers").map(({ userId }) => userId)
  const [authors, relations, followed] = await Promise.all([
    User.people(rows.map(({ userId }) => userId)),
    Relation.of(actor),
    Follow.followedAmong(actor, limited),
  ])
  const late = rows.filter((row) => row.audience === "public" && authors.get(row.userId)?.private)
  const alsoFollowed = await Follow.followedAmong(
    actor,
    late.map(({ userId }) => userId).filter((userId) => !followed.has(userId)),
  )
  return rows.flatMap((row) => {
    const author = authors.get(row.userId)
    const tie = {
      blocked: relations.blocked.has(row.userId),
      follows: followed.has(row.userId) || alsoFollowed.has(row.userId),
      given: given === true || (given !== false && given.has(row.postId)),
    }
    if (!author || !seesPost(actor, row, author, tie)) return []
    if (feed && !ownsPost(actor, row) && isUnwanted(row, relations)) return []
    return [{ row, author }]
  })
}

function isUnwanted({ userId, caption, photos }: PostRow, { muted, words }: Relation.Relations): boolean {
  if (muted.has(userId)) return true
  if (words.length === 0) return false
  const text = fold([caption, ...photos.map(({ altText }) => altText)].join("\n"))
  return words.some((word) => text.includes(word))
}
