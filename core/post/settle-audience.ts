import { AppError } from "../error"
import { refused, transact } from "../table"
import { nowAfter } from "../time"
import { User } from "../user"
import { audienceOf, cardsFor, photosToldOf } from "./audience"
import type { PostRow } from "./post"
import { isWithheld } from "./post.access"
import { postRow } from "./publish"

const attempts = 5

/**
 * Gives a post the audience that its author's choice and account make of it, if it has another: the account was closed
 * or opened since. Doing it again changes nothing.
 */
export async function settleAudience(postId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const row = await postRow(postId)
    const author = row && (await User.byId(row.userId))
    if (!row || !author) return
    const audience = audienceOf(row.visibility, author, isWithheld(row))
    if (audience === row.audience || (await give(row, audience))) return
  }
  throw new AppError("conflict")
}

async function give(row: PostRow, audience: PostRow["audience"]): Promise<boolean> {
  const photos = cardsFor(row.photos, row.audience, audience)
  const next = { audience, photos, updatedAt: nowAfter(row.updatedAt) }
  const codes = await write(row, next, row.photos)
  if (!codes) return true
  // A photo without its row is on its way out, and must not keep its post open.
  return codes[0] !== refused && (await write(row, next, photos)) === undefined
}

type Next = Pick<PostRow, "audience" | "photos" | "updatedAt">

const write = ({ postId, latest, updatedAt }: PostRow, next: Next, before: PostRow["photos"]) =>
  transact((t) => [
    t.post
      .patch({ postId })
      // With its shard, so that it enters or leaves the index of the latest.
      .set({ ...next, latest })
      .where((post, { eq }) => eq(post.updatedAt, updatedAt))
      .commit(),
    ...photosToldOf(t, before, next.photos),
  ])
