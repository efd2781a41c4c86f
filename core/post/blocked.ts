import { Blocklist } from "../blocklist"
import { Case } from "../case"
import { AppError } from "../error"
import { Photo } from "../photo"
import { transact } from "../table"

/**
 * Shuts away those of some photos that were blocked since they came, as if they came now: a person looks at them. One
 * that a person let go already is left alone.
 * @param waited whether they were in a draft, for however long: then it is also asked whether they look like what is blocked
 * @throws AppError `unprocessable` when there is one
 */
export async function refuseBlocked(photos: readonly Photo.PhotoRow[], waited: boolean): Promise<void> {
  const files = await Blocklist.blockedAmong(photos.map(({ sha256 }) => sha256))
  const found = await Promise.all(
    photos.map(async (photo) => {
      const { photoId, sha256, dhash } = photo
      const looks = waited && dhash !== undefined && (await Blocklist.match({ sha256, dhash }))
      if (!files.has(sha256) && !looks) return []
      return (await Case.get(photoId))?.status === "decided" ? [] : [photo]
    }),
  )
  const blocked = found.flat()
  if (blocked.length === 0) return
  for (const photo of blocked) {
    const { photoId: targetId, userId: ownerId } = photo
    const kind = "blocked_content"
    await Case.add({ targetId, ownerId, kind }, Case.rankOf(kind), 0)
    await transact((t) => [Photo.shutAway(t, photo)])
  }
  throw new AppError("unprocessable", { reason: "content_blocked" })
}
