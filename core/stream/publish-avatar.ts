import { config } from "../config"
import { Photo } from "../photo"
import { Storage } from "../storage"
import { table, unlessRefused } from "../table"
import { User } from "../user"

/**
 * Gives the small variants of the photo beside a name to the CDN, then says so in the person's row. When it was replaced
 * or taken away meanwhile, its copies are removed again: this change may come after that one.
 */
export async function publishAvatar(row: Record<string, unknown>): Promise<void> {
  const person = row as unknown as User.UserRow
  const { userId, avatar } = person
  if (!avatar || avatar.public || User.awaySince(person) !== undefined) return
  const { photoId } = avatar
  const [photo] = await Photo.rows([photoId])
  // Also when this is tried again: some copies may have been made just before the photo went.
  if (!photo) return Photo.eraseObjects(photoId, userId)
  await Promise.all(copies(avatar))
  const told = table()
    .user.patch({ userId })
    .data((user, { set }) => set(user.avatar.public, true))
    .where(
      (user, { eq, notExists }) =>
        `${eq(user.avatar.photoId, photoId)} AND ${notExists(user.deactivatedAt)} AND ${notExists(user.suspendedAt)}`,
    )
  if (await unlessRefused(told.go())) return
  if ((await Photo.rows([photoId])).length === 0) return Photo.eraseObjects(photoId, userId)
  // Gone away meanwhile: that change may have been here before the copies were made.
  const now = await User.byId(userId)
  if (now && User.awaySince(now) !== undefined) await Photo.withdrawSmall(avatar)
}

function copies({ photoId, version, width, height }: Photo.Picture) {
  const key = (kind: "private" | "public") => (name: ReturnType<typeof Photo.smallVariantNames>[number]) =>
    Storage.variantKey({ kind, photoId, version, ...name })
  return Photo.smallVariantNames(width, height).map((name) =>
    Storage.copy(config.mediaBucket, key("private")(name), key("public")(name)),
  )
}
