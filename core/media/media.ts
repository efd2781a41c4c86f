import type { Actor } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { operation } from "../operation"
import { Photo } from "../photo"
import { seesOriginal, seesVariant } from "../photo/photo.access"
import { MediaInput } from "../photo/photo.schema"
import { Post } from "../post"
import { Storage } from "../storage"

/**
 * The address of a variant, or of the original for its owner, signed for a minute.
 * @throws AppError `not_found` for whoever may not see it, as if it did not exist
 */
export const address = operation(
  MediaInput,
  async (actor, { photoId, variant }): Promise<{ url: string }> => {
    const [photo] = await Photo.rows([photoId])
    if (photo?.state !== "ready" || !(await sees(actor, photo, variant))) throw new AppError("not_found")
    const { userId, version, width = 0, height = 0 } = photo
    if (variant === "original") {
      const key = Storage.originalKey({ kind: "kept", userId, photoId })
      return { url: await Storage.signRead(config.originalsBucket, key, photoId) }
    }
    const name = Photo.variantNames(width, height).find(({ size, format }) => `${size}.${format}` === variant)
    if (!name) throw new AppError("not_found")
    const key = Storage.variantKey({ kind: "private", photoId, version, ...name })
    return { url: await Storage.signRead(config.mediaBucket, key) }
  },
)

async function sees(actor: Actor, photo: Photo.PhotoRow, variant: string) {
  if (variant === "original") return seesOriginal(actor, photo)
  if (seesVariant(actor, photo, false)) return true
  return photo.postId ? seesVariant(actor, photo, await Post.isVisible(actor, photo.postId)) : false
}
