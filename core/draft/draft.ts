import type { EntityItem } from "electrodb"
import { z } from "zod"
import { type Actor, requireUser } from "../actor"
import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { Photo } from "../photo"
import type { PhotoReason } from "../photo/photo.schema"
import { Post } from "../post"
import { CreatePost, type License } from "../post/post.schema"
import { refused, table, transact, unlessRefused } from "../table"
import { epoch, now } from "../time"
import type { DraftEntity } from "./draft.entity"
import { DraftInput, type DraftView, type Publication } from "./draft.schema"

export { removePhoto } from "./remove-photo"

export type DraftRow = EntityItem<typeof DraftEntity>

/**
 * Publishes photos as a post: at once when all are ready, else as a draft that becomes the post with its last photo.
 * @throws AppError `not_found` for photos that are not one's own, `conflict` for one that is in another post,
 * `unprocessable` for one that failed
 */
export const publish = operation(CreatePost, async (actor, content): Promise<Publication> => {
  const { userId } = requireUser(actor)
  const photos = await usable(userId, content.photos)
  if (photos.every(({ state }) => state === "ready")) {
    const postId = await Post.publish(userId, content, photos)
    return { status: "published", post: await Post.get(actor, { postId }) }
  }
  const draftId = newId("draft")
  const codes = await transact((t) => [
    t.draft.create({ draftId, userId, ...content, createdAt: now() }).commit(),
    ...photos.map(({ photoId }) =>
      t.photo
        .patch({ photoId })
        .set({ draftId })
        .where(
          (photo, { notExists }) =>
            `${notExists(photo.draftId)} AND ${notExists(photo.postId)} AND ${notExists(photo.avatar)}`,
        )
        .commit(),
    ),
  ])
  if (codes?.includes(refused)) throw new AppError("conflict", { reason: "photo_used" })
  // For those that became ready before they knew the draft.
  await photoReady(draftId)
  return get(actor, { draftId })
})

async function usable(
  userId: string,
  wanted: z.output<typeof CreatePost>["photos"],
): Promise<Photo.PhotoRow[]> {
  const photos = await Photo.rows(wanted.map(({ photoId }) => photoId))
  if (photos.length < wanted.length || photos.some((photo) => photo.userId !== userId)) {
    throw new AppError("not_found", { reason: "photo_not_found" })
  }
  if (!photos.every(Photo.isUnused)) {
    throw new AppError("conflict", { reason: "photo_used" })
  }
  if (photos.some(({ state }) => state === "failed" || state === "quarantined")) {
    throw new AppError("unprocessable", { reason: "photo_failed" })
  }
  return photos
}

/** A photo of a draft is ready: the last one publishes it. Twice is as good as once. */
export async function photoReady(draftId: string): Promise<void> {
  const draft = await row(draftId)
  if (draft && !draft.postId) await publishIfComplete(draft)
}

/**
 * Publishes a draft all of whose photos are ready. They say so themselves: whoever settles last sees all the others,
 * and nothing is counted that somebody could be cut off before counting.
 */
export async function publishIfComplete(draft: DraftRow): Promise<void> {
  const photos = await Photo.rows(draft.photos.map(({ photoId }) => photoId))
  if (photos.length < draft.photos.length || photos.some(({ state }) => state !== "ready")) return
  const { showCamera = false, location = "off", license = "all_rights_reserved" } = draft
  const content = { ...draft, showCamera, location, license: license as License }
  try {
    await Post.publish(draft.userId, content, photos, draft.draftId)
  } catch (error) {
    // Another delivery of the last photo was first: then the draft names the post.
    if (!(await row(draft.draftId))?.postId) throw error
  }
}

/** A draft of one's own, or the post that it became. @throws AppError `not_found` */
export const get = operation(DraftInput, async (actor, { draftId }): Promise<Publication> => {
  const draft = await own(actor, draftId)
  if (draft.postId) return { status: "published", post: await Post.get(actor, { postId: draft.postId }) }
  const view = await viewOf(draft)
  const failed = view.photos.some(({ state }) => state === "failed" || state === "quarantined")
  return { status: failed ? "failed" : "waiting", draft: view }
})

/** One's own drafts, newest first. */
export const list = operation(z.strictObject({}), async (actor): Promise<{ items: DraftView[] }> => {
  const { userId } = requireUser(actor)
  const { data } = await table()
    .draft.query.byUser({ userId })
    .where(({ postId }, { notExists }) => notExists(postId))
    .go({ order: "desc", count: 50 })
  return { items: await Promise.all(data.map(viewOf)) }
})

/** Discards a draft of one's own; its photos follow from the stream. @throws AppError `not_found`, `conflict` when it is published */
export const remove = operation(DraftInput, async (actor, { draftId }): Promise<void> => {
  const draft = await own(actor, draftId)
  if (draft.postId) throw new AppError("conflict", { reason: "draft_published" })
  const unpublished = table()
    .draft.delete({ draftId })
    .where(({ postId }, { notExists }) => notExists(postId))
  if (!(await unlessRefused(unpublished.go()))) throw new AppError("conflict", { reason: "draft_published" })
})

async function own(actor: Actor, draftId: string): Promise<DraftRow> {
  const { userId } = requireUser(actor)
  const draft = await row(draftId)
  if (draft?.userId !== userId) throw new AppError("not_found")
  if (draft.expires !== undefined && draft.expires <= epoch()) throw new AppError("not_found")
  return draft
}

/** @returns a draft's row, strongly consistent */
export async function row(draftId: string): Promise<DraftRow | undefined> {
  const { data } = await table().draft.get({ draftId }).go({ consistent: true })
  return data ?? undefined
}

async function viewOf({ draftId, caption, visibility, photos }: DraftRow): Promise<DraftView> {
  const found = await Photo.rows(photos.map(({ photoId }) => photoId))
  return {
    id: draftId,
    caption,
    visibility,
    photos: photos.map(({ photoId, altText }) => {
      const photo = found.find((candidate) => candidate.photoId === photoId) ?? missing
      const reason = photo.reason as PhotoReason | undefined
      return { photoId, altText, state: photo.state, ...(reason ? { reason } : {}) }
    }),
  }
}

/** A photo that a draft names and that is not there. */
const missing = { state: "failed", reason: "never_arrived" } as const
