import { isDeepStrictEqual } from "node:util"
import { newId } from "../id"
import { Photo } from "../photo"
import { type Entities, refused, transact } from "../table"
import { tagsIn } from "../text-parts.schema"
import { nowAfter } from "../time"
import { photosToldOf } from "./audience"
import type { PostRow } from "./post"

/** What of a post its author may change, and what follows from it. */
export type Content = Pick<
  PostRow,
  "caption" | "photos" | "visibility" | "audience" | "license" | "contentWarning" | "commentsAllowed"
>

/** What says when a post was changed, and whether readers are told. */
export function marks(row: PostRow, next: Content) {
  const updatedAt = nowAfter(row.updatedAt)
  const shown = ({ caption, license, contentWarning, photos }: Content) => [
    caption,
    license,
    contentWarning,
    photos.map(({ photoId, altText, camera, place }) => [photoId, altText, camera, place]),
  ]
  const isShown = !isDeepStrictEqual(shown(next), shown(row))
  return {
    updatedAt,
    ...(isShown ? { editedAt: updatedAt } : row.editedAt ? { editedAt: row.editedAt } : {}),
  }
}

/** Writes a post as it is to be, with its photos and its history. @returns whether it did; not when the post was changed since it was read */
export async function writeEdit(row: PostRow, next: PostRow): Promise<boolean> {
  const { postId, latest } = row
  const { caption, photos, visibility, audience, license, commentsAllowed, updatedAt } = next
  const tags = tagsIn(caption)
  const optional = {
    contentWarning: next.contentWarning,
    editedAt: next.editedAt,
    tags: tags.length > 0 ? tags : undefined,
  }
  const removed = row.photos.filter(({ photoId }) => !photos.some((card) => card.photoId === photoId))
  const codes = await transact((t) => [
    t.post
      .patch({ postId })
      // With its shard, so that it enters or leaves the index of the latest.
      .set({ caption, photos, visibility, audience, latest, license, commentsAllowed, updatedAt })
      .set(given(optional))
      .remove(missing(optional))
      // A caption is made inert without any change of its own: the earlier one is never written back.
      .where((post, { eq }) => `${eq(post.updatedAt, row.updatedAt)} AND ${eq(post.caption, row.caption)}`)
      .commit(),
    ...photosToldOf(t, row.photos, photos),
    ...removed.flatMap(({ photoId }) => Photo.postErasure(t, photoId, postId)),
    ...(caption === row.caption ? [] : [earlier(t, row, updatedAt)]),
  ])
  return !codes?.includes(refused)
}

const missing = <T extends object>(values: T) =>
  (Object.keys(values) as (keyof T)[]).filter((key) => values[key] === undefined)

const earlier = (t: Entities, { postId, caption }: PostRow, createdAt: string) =>
  t.postEdit.create({ postId, editId: newId("postEdit"), caption, createdAt }).commit()

/** Those of some values that are given. */
export const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
