import type { z } from "zod"
import { AppError, invalidField } from "../error"
import { operation } from "../operation"
import { Photo } from "../photo"
import { EditDraft } from "../post/post.schema"
import { refused } from "../table"
import { change, type DraftRow, get, held, own, type Waits } from "./draft"
import type { Publication } from "./draft.schema"
import { photoReady } from "./publish"
import { usable } from "./usable"

type Change = Omit<z.output<typeof EditDraft>, "draftId">

const attempts = 5

/**
 * Changes what is given of a draft of one's own: also when it is published. What had failed is saved then. A photo left
 * out of `photos` is removed with its files, a new one is put in.
 * @throws AppError `not_found`; `conflict` when it is published; `invalid` when it is to be published without a photo;
 * for its photos as publishing does
 */
export const edit = operation(EditDraft, async (actor, { draftId, ...wanted }): Promise<Publication> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const draft = await own(actor, draftId)
    if (draft.postId) throw new AppError("conflict", { reason: "draft_published" })
    if (!(await write(draft, wanted))) continue
    // One that waits for its photos may have lost the last that was not ready.
    await photoReady(draftId)
    return get(actor, { draftId })
  }
  throw new AppError("conflict")
})

async function write(draft: DraftRow, { photos: ordered, publishAt, ...plain }: Change): Promise<boolean> {
  const photos = ordered?.map(({ photoId, altText }) => {
    const before = draft.photos.find((photo) => photo.photoId === photoId)
    return { photoId, altText: altText ?? before?.altText ?? "" }
  })
  const next = photos ?? draft.photos
  const timing = timingOf(draft, publishAt)
  if (next.length === 0 && !timing.saved) throw invalidField("photos", "no_photo")
  const added = next.filter(({ photoId }) => !draft.photos.some((photo) => photo.photoId === photoId))
  await usable(draft.userId, added)
  const removed = draft.photos.filter(({ photoId }) => !next.some((photo) => photo.photoId === photoId))
  const there = (await Photo.rows(removed.map(({ photoId }) => photoId))).filter(
    (photo) => photo.draftId === draft.draftId,
  )
  const fields = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  const { gone, ...set } = timing
  const codes = await change(draft, { ...fields, ...set, ...(photos ? { photos } : {}) }, gone, (t) => [
    ...added.map(({ photoId }) => held(t, photoId, draft.draftId)),
    ...there.flatMap(({ photoId }) => Photo.draftErasure(t, photoId, draft.draftId)),
  ])
  if (codes?.slice(1, added.length + 1).includes(refused)) {
    throw new AppError("conflict", { reason: "photo_used" })
  }
  return codes === undefined
}

type Timing = { saved?: true; publishAt?: string; gone: Waits[] }

/** What a draft waits for after a change. */
function timingOf(draft: DraftRow, publishAt: Change["publishAt"]): Timing {
  if (publishAt) return { publishAt, gone: ["saved", "failure"] }
  if (publishAt === "" || draft.saved || draft.failure) return { saved: true, gone: ["publishAt", "failure"] }
  return { gone: ["failure"] }
}
