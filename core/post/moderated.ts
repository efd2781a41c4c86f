import { Photo } from "../photo"
import type { Entities } from "../table"
import { nowAfter } from "../time"
import type { User } from "../user"
import { audienceOf, photosToldOf } from "./audience"
import type { PostRow } from "./post"
import { isWithheld } from "./post.access"

/** What moderators change of a post. Nothing of it is removed: taken back, the post is as it was. */
export type Moderated = Partial<
  Pick<PostRow, "moderation" | "contentWarning" | "commentsAllowed" | "updatedAt">
> & {
  /** Those of its photos that are shut away with it. */
  shutAway?: readonly Photo.PhotoRow[]
  /** Those that are given back with it. */
  released?: readonly Photo.PhotoRow[]
}

/** The time that the next change of a post has. */
export const changeOf = ({ updatedAt }: Pick<PostRow, "updatedAt">) => nowAfter(updatedAt)

/**
 * The writes by which a post changes as a moderator decides, if it is as it was read. The copies for everybody are
 * withdrawn and given back from the stream, under the same addresses.
 * @param change `contentWarning` is removed when it is there and undefined
 */
export function moderated(t: Entities, row: PostRow, author: User.UserRow, change: Moderated) {
  const moderation = change.moderation ?? row.moderation ?? {}
  const audience = audienceOf(row.visibility, author, isWithheld({ moderation }))
  const photos =
    audience === row.audience ? row.photos : row.photos.map((card) => ({ ...card, public: false }))
  const updatedAt = change.updatedAt ?? changeOf(row)
  return writes(t, row, { audience, photos, moderation, updatedAt }, change)
}

type Next = Pick<PostRow, "audience" | "photos" | "updatedAt"> & {
  moderation: NonNullable<PostRow["moderation"]>
}

function writes(t: Entities, row: PostRow, { moderation, ...next }: Next, change: Moderated) {
  const { commentsAllowed = row.commentsAllowed, shutAway = [], released = [] } = change
  const moved = new Set([...shutAway, ...released].map(({ photoId }) => photoId))
  const uncovers = "contentWarning" in change && change.contentWarning === undefined
  const isFree = Object.keys(moderation).length === 0
  return [
    t.post
      .patch({ postId: row.postId })
      // With its shard, so that it enters or leaves the index of the latest.
      .set({ ...next, latest: row.latest, commentsAllowed })
      .set({
        ...(isFree ? {} : { moderation }),
        ...(change.contentWarning === undefined ? {} : { contentWarning: change.contentWarning }),
      })
      .remove([
        ...(isFree ? (["moderation"] as const) : []),
        ...(uncovers ? (["contentWarning"] as const) : []),
      ])
      .where((post, { eq }) => eq(post.updatedAt, row.updatedAt))
      .commit(),
    // A row is written once.
    ...photosToldOf(
      t,
      row.photos,
      next.photos.filter(({ photoId }) => !moved.has(photoId)),
    ),
    ...shutAway.map((photo) => Photo.shutAway(t, photo, "removed")),
    ...released.map((photo) => Photo.released(t, photo)),
  ]
}
