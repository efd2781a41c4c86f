import { requireUser } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Photo } from "../photo"
import { Post } from "../post"
import { CreatePost, type License, SaveDraft } from "../post/post.schema"
import { now } from "../time"
import { change, create, type DraftRow, get, own, row } from "./draft"
import { DraftInput, type Publication } from "./draft.schema"
import { usable } from "./usable"
import { isFailed } from "./view"

/**
 * Publishes photos as a post: at once when all are ready, else as a draft that becomes the post with its last photo, or
 * when its time has come.
 * @throws AppError `not_found` for photos that are not one's own, `conflict` for one that is in another post,
 * `unprocessable` for one that failed
 */
export const publish = operation(
  CreatePost,
  async (actor, { publishAt, ...content }): Promise<Publication> => {
    const { userId } = requireUser(actor)
    const photos = await usable(userId, content.photos)
    if (!publishAt && photos.every(({ state }) => state === "ready")) {
      const postId = await Post.publish(userId, content, photos)
      return { status: "published", post: await Post.get(actor, { postId }) }
    }
    const draftId = await create(userId, { ...content, ...(publishAt ? { publishAt } : {}) })
    // For those that became ready before they knew the draft.
    await photoReady(draftId)
    return get(actor, { draftId })
  },
)

/** Keeps a post that is not to be published yet. @throws AppError as `publish` does */
export const save = operation(SaveDraft, async (actor, content): Promise<Publication> => {
  const { userId } = requireUser(actor)
  await usable(userId, content.photos)
  const draftId = await create(userId, { ...content, saved: true })
  return get(actor, { draftId })
})

/**
 * Publishes a draft of one's own now, whatever it waits for: as soon as its photos are ready.
 * @throws AppError `not_found`; `unprocessable` when it has no photo, or one that failed; `conflict` when it changes
 */
export const publishDraft = operation(DraftInput, async (actor, { draftId }): Promise<Publication> => {
  const draft = await own(actor, draftId)
  if (!draft.postId) {
    await requireWhole(draft)
    if (!(await release(draft))) throw new AppError("conflict")
    await photoReady(draftId)
  }
  return get(actor, { draftId })
})

async function requireWhole({ photos }: DraftRow) {
  if (photos.length === 0) throw new AppError("unprocessable", { reason: "no_photo" })
  const found = await Photo.rows(photos.map(({ photoId }) => photoId))
  if (found.length < photos.length || found.some(({ state }) => isFailed(state))) {
    throw new AppError("unprocessable", { reason: "photo_failed" })
  }
}

/** Lets a draft wait for nothing but its photos. @returns whether it did; not when it changed since it was read */
export async function release(draft: DraftRow): Promise<boolean> {
  return (await change(draft, {}, ["saved", "publishAt", "failure"])) === undefined
}

/** A photo of a draft is ready: the last one publishes it. Twice is as good as once. */
export async function photoReady(draftId: string): Promise<void> {
  const draft = await row(draftId)
  if (draft && !draft.postId) await publishIfComplete(draft)
}

/**
 * Publishes a draft all of whose photos are ready, unless it waits for its time or its author. They say so themselves:
 * whoever settles last sees all the others, and nothing is counted that somebody could be cut off before counting.
 */
export async function publishIfComplete(draft: DraftRow): Promise<void> {
  if (draft.saved || (draft.publishAt && draft.publishAt > now())) return
  const photos = await Photo.rows(draft.photos.map(({ photoId }) => photoId))
  if (photos.length < draft.photos.length || photos.some(({ state }) => state !== "ready")) return
  const { showCamera = false, location = "off", license = "all_rights_reserved" } = draft
  const content = { ...draft, showCamera, location, license: license as License }
  try {
    await Post.publish(draft.userId, content, photos, draft)
  } catch (error) {
    // Another delivery of the last photo was first: then the draft names the post.
    if (!(await row(draft.draftId))?.postId) throw error
  }
}
