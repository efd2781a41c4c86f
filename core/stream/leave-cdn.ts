import { Cdn } from "../cdn"
import { config } from "../config"
import { Photo } from "../photo"
import { table, unlessRefused } from "../table"
import { User } from "../user"
import type { Change } from "./stream"

/**
 * Somebody went away, for a while or for good, or was suspended: the photo beside the name leaves the CDN, and so do the
 * pages that show them. Posts follow from the account.
 */
export async function leaveCdn({ before, after }: Change): Promise<void> {
  const [then, person] = [before, after] as unknown as (User.UserRow | undefined)[]
  const since = person && User.awaySince(person)
  if (!person || !since || (then && User.awaySince(then))) return
  const { userId, handle, avatar } = person
  const now = await User.byId(userId)
  // Back already: that change has a record of its own.
  if (now && !User.awaySince(now)) return
  const copies = avatar ? await Photo.withdrawSmall(avatar) : []
  if (avatar) {
    const hidden = table()
      .user.patch({ userId })
      .data((user, { set }) => set(user.avatar.public, false))
      .where(
        (user, { eq, exists }) =>
          `${eq(user.avatar.photoId, avatar.photoId)} AND (${exists(user.suspendedAt)} OR ${exists(user.deactivatedAt)})`,
      )
    await unlessRefused(hidden.go())
  }
  const profile = [`/u/${handle}`, `/ja/u/${handle}`, `/u/${handle}/feed.xml`, `/u/${handle}/feed.json`]
  const media = copies.map((key) => `${new URL(config.mediaUrl).pathname}/${key}`)
  await Cdn.forget(`${userId}#${since}`, [...media, ...profile], since)
}
