import { type Actor, requireUser } from "../actor"
import { Album } from "../album"
import { atLeast } from "../album/album.access"
import { AppError } from "../error"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Photo } from "../photo"
import { Post } from "../post"
import { table } from "../table"
import { listOf } from "../table/list"
import type { GuestRow } from "./guest"
import { DecideGuests, GuestQueueInput, type WaitingPhoto } from "./guest.schema"

/** How often an approval is tried again because the album changed in the same moment. */
const looks = 6

/** What guests sent to an album and nobody has decided about, the oldest first: for those who manage it. @throws AppError */
export const queue = operation(
  GuestQueueInput,
  async (actor, { albumId, ...page }): Promise<Page<WaitingPhoto>> => {
    requireUser(actor)
    await Album.reachAs(actor, albumId, "manager")
    return listOf<GuestRow, WaitingPhoto>({
      list: `guests-of-${albumId}`,
      page,
      read: async (after, count) => {
        const rows = table().guestPhoto.query.byAlbum({ albumId })
        const beyond = after ? rows.gt({ photoId: after }) : rows
        return (await beyond.go({ limit: count, count, consistent: true })).data
      },
      idOf: ({ photoId }) => photoId,
      show: async (rows) => {
        const photos = await Photo.rows(rows.map(({ photoId }) => photoId))
        return rows.flatMap(({ photoId, name, createdAt }) => {
          const photo = photos.find((one) => one.photoId === photoId)
          const picture = photo && Photo.pictureOf(photo)
          return picture ? [{ photoId, name, sentAt: createdAt, picture: Photo.pictureView(picture) }] : []
        })
      },
    })
  },
)

/**
 * Decides about photos of guests. Approved, a photo becomes a private post of the album's owner that names the guest, and
 * hangs in the album, in one transaction; declined, it is erased.
 * @returns how many were decided about here
 * @throws AppError `not_found`, `forbidden` for who does not manage the album
 */
export const decide = operation(DecideGuests, async (actor, { albumId, photoIds, decision }) => {
  requireUser(actor)
  await Album.reachAs(actor, albumId, "manager")
  let decided = 0
  for (const photoId of photoIds) {
    const done = decision === "approve" ? await approve(albumId, photoId) : await decline(albumId, photoId)
    if (done) decided++
  }
  if (decision === "approve" && decided > 0) await Album.settleHead(albumId)
  return { decided }
})

const rowOf = async (albumId: string, photoId: string) =>
  (await table().guestPhoto.get({ albumId, photoId }).go({ consistent: true })).data ?? undefined

async function approve(albumId: string, photoId: string): Promise<boolean> {
  for (let look = 0; look < looks; look++) {
    const [row, [photo]] = await Promise.all([rowOf(albumId, photoId), Photo.rows([photoId])])
    if (!row || photo?.state !== "ready" || photo.postId) return false
    const hang = await Album.hung(albumId, row.userId)
    try {
      await Post.publish(row.userId, contentOf(row), [photo], undefined, undefined, (t, postId) => [
        ...hang(t, postId),
        t.guestPhoto
          .delete({ albumId, photoId })
          .where((waiting, { eq }) => eq(waiting.keyHash, row.keyHash))
          .commit(),
      ])
      return true
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "conflict" || error.reason === "album_full")
        throw error
    }
  }
  throw new AppError("unavailable", { retryAfter: 1 })
}

const contentOf = ({ photoId, name }: GuestRow) => ({
  photos: [{ photoId, altText: "" }],
  caption: "",
  visibility: "private" as const,
  license: "all_rights_reserved" as const,
  commentsAllowed: true,
  // A guest chose nothing: nothing is told.
  showCamera: false,
  location: "off" as const,
  guest: name,
})

async function decline(albumId: string, photoId: string): Promise<boolean> {
  const row = await rowOf(albumId, photoId)
  if (!row) return false
  // Approved in the same moment, it stays: it is in a post.
  if (!(await Photo.erase({ photoId }))) return false
  await table().guestPhoto.delete({ albumId, photoId }).go()
  return true
}

/** A photo is gone: nobody has to decide about it. */
export async function forget({ photoId, guest }: Pick<Photo.PhotoRow, "photoId" | "guest">): Promise<void> {
  if (guest) await table().guestPhoto.delete({ albumId: guest.albumId, photoId }).go()
}

/** Whether the actor is one of those who decide about a guest's photo that waits, and so sees it. */
export async function isFor(actor: Actor, { guest, postId }: Photo.PhotoRow): Promise<boolean> {
  if (!guest || postId || actor.kind !== "user") return false
  try {
    return atLeast((await Album.reach(actor, guest.albumId)).role, "manager")
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return false
    throw error
  }
}
