import { Integrity } from "../integrity"
import { Post } from "../post"
import { table } from "../table"
import type { Problem } from "./explain.schema"
import { item } from "./items"
import { found, type Part } from "./part"
import { photo } from "./photo"
import { sightOfPost } from "./sight"

/** Counters with more facts are not counted here. */
const most = 1000

export async function post(postId: string, as?: string): Promise<Part | undefined> {
  const [row] = await Post.byIds([postId])
  if (!row) return undefined
  const [counts, edits, drifts, photos, sight] = await Promise.all([
    table().postCount.query.byShard({ postId }).go({ pages: "all", consistent: true }),
    table().postEdit.query.byPost({ postId }).go({ order: "desc", limit: 20, count: 20 }),
    Integrity.ofPost(postId, most),
    Promise.all(row.photos.map(({ photoId }) => photo(photoId, as))),
    sightOfPost(row, as),
  ])
  const { userId, createdAt, editedAt } = row
  const parts = photos.flatMap((one) => one ?? [])
  return found({
    summary: `A post of ${userId} with ${row.photos.length} photos, for ${audiences[row.audience]}.`,
    owner: userId,
    names: row.photos.map(({ photoId }) => photoId),
    problems: [
      ...(await unseenOf(row)),
      ...drifts.map(drifted),
      ...parts.flatMap(({ problems }) => problems),
    ],
    items: [
      ...item("post", row),
      ...counts.data.flatMap((count) => item("postCount", count)),
      ...edits.data.flatMap((edit) => item("postEdit", edit)),
      ...parts.flatMap(({ items }) => items),
    ],
    objects: parts.flatMap(({ objects }) => objects),
    sight,
    events: [
      { at: createdAt, what: "was published" },
      ...(editedAt ? [{ at: editedAt, what: "was edited the last time" }] : []),
      ...edits.data.map((edit) => ({ at: edit.createdAt, what: "its caption was replaced" })),
      ...parts.flatMap(({ events }) => events.map(({ at, what }) => ({ at, what: `photo: ${what}` }))),
    ],
    related: [
      { what: "its author", id: userId },
      ...row.photos.map(({ photoId }) => ({ what: "its photo", id: photoId })),
    ],
    requests: [...(row.requestId ? [row.requestId] : []), ...parts.flatMap(({ requests }) => requests)],
  })
}

const audiences = { public: "everybody", followers: "followers", private: "its author alone" }

export const drifted = ({ name, is, should }: Integrity.Drift): Problem => ({
  what: `Its counter of ${name} says ${is}, and there are ${should}.`,
  next: "integrity repair --of counters",
})

/** What was not yet written behind a change of the audience: an account that was closed, photos that are not exposed. */
async function unseenOf({ userId }: Post.PostRow): Promise<Problem[]> {
  const { data: sweep } = await table().audienceSweep.get({ userId }).go({ consistent: true })
  return sweep
    ? [
        {
          what: `Its author's account was closed or opened, and its posts still follow (${sweep.updatedAt}).`,
          next: "logs every-minute",
        },
      ]
    : []
}
