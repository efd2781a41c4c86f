import { photos } from "@/components/api/uploads"
import { admit, type Limits } from "./admit"
import { deskNow, onDesk, tell } from "./desk"
import { composing } from "./desk-state"
import { freshPost } from "./fresh-post"
import type { Making } from "./making"
import type { Upload } from "./upload"

/** Puts files into the post that is being written. */
export async function addFiles(files: readonly File[], limits: Limits): Promise<void> {
  if (files.length === 0) return
  await opened()
  const room = () => limits.photos - (composing(deskNow())?.items.length ?? 0)
  const { admitted, refusals } = await admit(files, room, limits)
  const post = composing(deskNow())
  if (post && !post.publishing?.sent) tell({ type: "added", id: post.id, items: admitted, refusals })
}

/** Puts a file in the place of another. */
export async function replaceFile(post: Making, old: Upload, file: File, limits: Limits): Promise<void> {
  const { admitted, refusals } = await admit([file], () => 1, limits)
  const [item] = admitted
  if (item) tell({ type: "replaced", key: old.key, item })
  tell({ type: "added", id: post.id, items: [], refusals })
  if (item) forgetPhoto(old)
}

/** Takes a photo out of the post that is being written. */
export function removePhoto(upload: Upload) {
  tell({ type: "removed", key: upload.key })
  forgetPhoto(upload)
}

/** Tries a failed photo again: sends it anew where what arrived is not what was sent. */
export async function retryPhoto(upload: Upload): Promise<void> {
  const { key, arrived, photoId, fault } = upload
  const again = arrived && photoId && (fault?.reason === "mismatch" || fault?.reason === "never_arrived")
  if (!again) return tell({ type: "retried", key })
  await photos.remove(photoId).catch(nothing)
  tell({ type: "lost", key, startKey: crypto.randomUUID() })
}

/** Publishes a post as soon as the server knows all its photos. */
export const wantPublished = ({ id }: Making) => tell({ type: "wanted", id, key: crypto.randomUUID() })

/** Keeps a post with the server for later, as soon as it knows all its photos. */
export const wantSaved = ({ id }: Making) =>
  tell({ type: "wanted", id, key: crypto.randomUUID(), as: "draft" })

/** Drops a post that is being written, and all that was put into it. */
export function startOver({ id, items }: Making) {
  tell({ type: "forgotten", id, next: freshPost() })
  for (const item of items) forgetPhoto(item)
}

/** Stops the uploads of a draft that was discarded and forgets its files. */
export function forgetDraft(draftId: string) {
  const post = deskNow().posts.find((one) => one.draftId === draftId)
  if (post) tell({ type: "forgotten", id: post.id, next: freshPost() })
}

/** What nobody deletes here disappears by itself within a day, so a failure to delete needs no words. */
function forgetPhoto({ photoId }: Upload) {
  if (photoId) photos.remove(photoId).catch(nothing)
}

const nothing = () => undefined

/** Resolves once the posts that were left are there. */
function opened() {
  if (deskNow().tab === "own") return Promise.resolve()
  return new Promise<void>((resolve) => {
    const stop = onDesk(() => {
      if (deskNow().tab !== "own") return
      stop()
      resolve()
    })
  })
}
