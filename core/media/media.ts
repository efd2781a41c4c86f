import { type Actor, moderates } from "../actor"
import { Case } from "../case"
import { config } from "../config"
import { AppError } from "../error"
import { Guest } from "../guest"
import { operation } from "../operation"
import { Photo } from "../photo"
import { seesOriginal, seesVariant } from "../photo/photo.access"
import { MediaInput } from "../photo/photo.schema"
import { Post } from "../post"
import { Share } from "../share"
import { Storage } from "../storage"
import { User } from "../user"

/**
 * The address of a variant, or of the original for its owner, signed for a minute. With `download` it comes as a file
 * named by the photo's id; the original always does. No file is ever called as it was when it was uploaded.
 * @throws AppError `not_found` for whoever may not see it, as if it did not exist
 */
export const address = operation(
  MediaInput,
  async (actor, { photoId, variant, download, link }): Promise<{ url: string }> => {
    const [photo] = await Photo.rows([photoId])
    const given =
      photo?.state === "ready" &&
      link !== undefined &&
      (await isGiven(actor, link, photo, variant, download === "1"))
    if (!photo || !(given || (await mayHave(actor, photo, variant)))) throw new AppError("not_found")
    const { userId, version, width = 0, height = 0 } = photo
    if (variant === "original") {
      const key = Storage.originalKey({ kind: "kept", userId, photoId })
      return { url: await Storage.signRead(config.originalsBucket, key, originalName(photo)) }
    }
    const name = Photo.variantNames(width, height).find(({ size, format }) => `${size}.${format}` === variant)
    if (!name) throw new AppError("not_found")
    const key = Storage.variantKey({ kind: "private", photoId, version, ...name })
    const file = download && `${photoId}.${name.format}`
    return { url: await Storage.signRead(config.mediaBucket, key, file) }
  },
)

async function mayHave(actor: Actor, photo: Photo.PhotoRow, variant: string): Promise<boolean> {
  if (photo.state === "ready" && (await sees(actor, photo, variant))) return true
  if (!moderates(actor) || variant === "original") return false
  // What was shut away in a post nobody sees again; what only looks like it, somebody has to look at.
  if (photo.state === "ready" && photo.postId) return (await Case.get(photo.postId)) !== undefined
  return photo.state === "quarantined" && !photo.postId && (await Case.get(photo.photoId)) !== undefined
}

/** With the ending of what its bytes are, where that was noted. */
const originalName = ({ photoId, kind }: Photo.PhotoRow) =>
  kind ? `${photoId}.${kind === "jpeg" ? "jpg" : kind}` : photoId

async function sees(actor: Actor, photo: Photo.PhotoRow, variant: string) {
  if (variant === "original") return seesOriginal(actor, photo)
  if (seesVariant(actor, photo, false)) return true
  if (photo.avatar) return isAvatarVariant(photo, variant) && (await isAvatar(actor, photo))
  if (photo.guest && !photo.postId) return Guest.isFor(actor, photo)
  return photo.postId ? seesVariant(actor, photo, await Post.isVisible(actor, photo.postId)) : false
}

/** Whether a link opens it. One that does not takes nothing away from what the actor may see without it. */
const isGiven = (actor: Actor, link: string, photo: Photo.PhotoRow, variant: string, isDownload: boolean) =>
  Share.givesPhoto(actor, link, photo, { variant, isDownload })

/** Whether the photo stands beside the name of somebody whom the actor may know of: everybody sees it there. */
async function isAvatar(actor: Actor, { photoId, userId }: Photo.PhotoRow) {
  return (await User.known(actor, userId))?.avatar?.photoId === photoId
}

const isAvatarVariant = ({ width = 0, height = 0 }: Photo.PhotoRow, variant: string) =>
  Photo.smallVariantNames(width, height).some(({ size, format }) => `${size}.${format}` === variant)
