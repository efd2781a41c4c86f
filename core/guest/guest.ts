import { createHash } from "node:crypto"
import type { EntityItem } from "electrodb"
import { type Actor, addressOf, readerOf } from "../actor"
import { AppError } from "../error"
import { limit } from "../limit"
import { operation } from "../operation"
import { Photo } from "../photo"
import type { SignedParts, UploadProgress, UploadView } from "../photo/upload.schema"
import { same } from "../secret"
import { Share } from "../share"
import { table } from "../table"
import { days, now } from "../time"
import type { GuestPhotoEntity } from "./guest.entity"
import { type GuestPhotoState, GuestUploadInput, SignGuestParts, StartGuestUpload } from "./guest.schema"

export { comment, comments } from "./comment"
export { decideComments, waitingComments } from "./comment-queue"
export { eraseBy, eraseOfAlbum, eraseThrough, eraseUnder } from "./erase"
export { decide, forget, isFor, queue } from "./queue"

export type GuestRow = EntityItem<typeof GuestPhotoEntity>

/** Photos that one address, and that all guests together, may send through one link in a day. */
const photosOfGuest = 200
const photosOfLink = 1000

/**
 * Begins to send a photo through a link that takes photos. It is the album owner's from then on, counts on their quota,
 * and is seen by those alone who decide about it.
 * @throws AppError as `Share.open`; `forbidden` through a link that is to look at; as `Photo.startUpload`
 */
export const start = operation(
  StartGuestUpload,
  async (actor, { token, key, name, ...file }): Promise<UploadView> => {
    const { link, albumId, ownerId } = await contribution(actor, token)
    await limit(["guest-upload", link.shareId, addressOf(actor)], photosOfGuest, days(1), "guest_photos")
    await limit(["guest-upload", link.shareId], photosOfLink, days(1), "guest_photos")
    const guest = { name, shareId: link.shareId, albumId }
    return Photo.startGuestUpload(ownerId, file, guest, (t, photoId) => [
      t.guestPhoto
        .create({ ...guest, photoId, userId: ownerId, keyHash: hashOf(key), createdAt: now() })
        .commit(),
    ])
  },
  "upload",
)

/** How far it is, and how to go on. @throws AppError `not_found` for another's, or decided about; as `Share.open` */
export const progress = operation(GuestUploadInput, async (actor, input): Promise<UploadProgress> => {
  const { userId, photoId } = await mine(actor, input)
  return Photo.uploadProgress(readerOf(userId), { photoId })
})

/** Signs the sending of parts. @throws AppError as `progress` */
export const signParts = operation(
  SignGuestParts,
  async (actor, { token, key, ...input }): Promise<SignedParts> => {
    const { userId } = await mine(actor, { token, key, photoId: input.photoId })
    return Photo.signParts(readerOf(userId), input)
  },
  "upload",
)

/** Joins the parts. @throws AppError as `progress` */
export const complete = operation(
  GuestUploadInput,
  async (actor, input): Promise<GuestPhotoState> => {
    const { userId, photoId } = await mine(actor, input)
    return stateOf(await Photo.completeUpload(readerOf(userId), { photoId }))
  },
  "upload",
)

/** What became of it so far. @throws AppError as `progress` */
export const state = operation(GuestUploadInput, async (actor, input): Promise<GuestPhotoState> => {
  const { userId, photoId } = await mine(actor, input)
  return stateOf(await Photo.get(readerOf(userId), { photoId }))
})

/**
 * Takes back what was sent, as long as nobody has decided. Its key is enough, whatever became of the link meanwhile.
 * @throws AppError `not_found` for another's, or decided about
 */
export const remove = operation(GuestUploadInput, async (_actor, { photoId, key }): Promise<void> => {
  const [photo] = await Photo.rows([photoId])
  if (!photo?.guest) throw new AppError("not_found")
  const { albumId } = await rowFor(key, { albumId: photo.guest.albumId, photoId })
  // Approved in the same moment, it stays: it is in a post.
  if (!(await Photo.erase({ photoId }))) throw new AppError("not_found")
  await table().guestPhoto.delete({ albumId, photoId }).go()
})

const stateOf = ({ id, state, reason }: GuestPhotoState): GuestPhotoState => ({
  id,
  state,
  ...(reason ? { reason } : {}),
})

/** The album that a link takes photos for: asked by every step of sending, so that the end of a link stops it. */
async function contribution(actor: Actor, token: string) {
  const { link, target } = await Share.open(actor, token)
  if (link.kind !== "contribute" || target.kind !== "album")
    throw new AppError("forbidden", { reason: "link_view_only" })
  return { link, albumId: target.album.albumId, ownerId: target.album.userId }
}

async function mine(
  actor: Actor,
  { token, key, photoId }: { token: string; key: string; photoId: string },
): Promise<GuestRow> {
  const { albumId } = await contribution(actor, token)
  return rowFor(key, { albumId, photoId })
}

async function rowFor(key: string, place: { albumId: string; photoId: string }): Promise<GuestRow> {
  const { data } = await table().guestPhoto.get(place).go({ consistent: true })
  if (!data || !same(data.keyHash, hashOf(key))) throw new AppError("not_found")
  return data
}

const hashOf = (key: string) => createHash("sha256").update(key).digest("hex")
