import { Photo } from "../photo"
import type { PhotoReason } from "../photo/photo.schema"
import type { License } from "../post/post.schema"
import type { DraftRow } from "./draft"
import type { DraftStatus, DraftView } from "./draft.schema"

/** Drafts as their owner sees them; all their photos are read in one step. */
export async function draftViews(drafts: readonly DraftRow[]): Promise<DraftView[]> {
  const found = await Photo.rows(drafts.flatMap(({ photos }) => photos.map(({ photoId }) => photoId)))
  const byId = new Map(found.map((photo) => [photo.photoId, photo]))
  return drafts.map((draft) => view(draft, byId))
}

export async function draftView(draft: DraftRow): Promise<DraftView> {
  const [first] = await draftViews([draft])
  if (!first) throw new Error("A draft has a view.")
  return first
}

function view(draft: DraftRow, found: ReadonlyMap<string, Photo.PhotoRow>): DraftView {
  const { draftId, caption, visibility, commentsAllowed, contentWarning, publishAt, failure } = draft
  const photos = draft.photos.map(({ photoId, altText }) => ({
    photoId,
    altText,
    ...photoState(found.get(photoId)),
  }))
  return {
    id: draftId,
    status: statusOf(
      draft,
      photos.some(({ state }) => isFailed(state)),
    ),
    caption,
    visibility,
    commentsAllowed,
    license: (draft.license ?? "all_rights_reserved") as License,
    ...(contentWarning ? { contentWarning } : {}),
    showCamera: draft.showCamera ?? false,
    location: draft.location ?? "off",
    ...(publishAt ? { publishAt } : {}),
    ...(failure ? { failure } : {}),
    createdAt: draft.createdAt,
    photos,
  }
}

function statusOf({ saved, publishAt, failure }: DraftRow, hasFailed: boolean): DraftStatus {
  if (failure) return "failed"
  if (saved) return "saved"
  if (publishAt) return "scheduled"
  return hasFailed ? "failed" : "waiting"
}

export const isFailed = (state: Photo.PhotoRow["state"]) => state === "failed" || state === "quarantined"

/** A photo that a draft names and that is not there counts as one that never arrived. */
function photoState(photo: Photo.PhotoRow | undefined) {
  if (!photo) return { state: "failed", reason: "never_arrived" } as const
  const picture = Photo.pictureOf(photo)
  return {
    state: photo.state,
    ...(photo.reason ? { reason: photo.reason as PhotoReason } : {}),
    ...(picture ? { picture: Photo.pictureView(picture) } : {}),
  }
}
