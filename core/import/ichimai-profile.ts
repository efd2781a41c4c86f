import type { Manifest } from "../export/manifest.schema"
import { Notification } from "../notification"
import { Kind } from "../notification/notification.schema"
import { Photo } from "../photo"
import { User } from "../user"
import type { Importing } from "./adapter"
import { actorOf, alreadyHere, type Done, imported, type OwnFact, takeInFor } from "./ichimai-own"
import type { EntryRef } from "./zip"

const profilePhoto = "profile photo"

/** The photo beside the name is made while the posts are: it is put there with the profile, at the end. */
export async function restorePicture(entry: EntryRef, importing: Importing): Promise<Done> {
  await takeInFor(profilePhoto, entry, importing)
  return imported
}

/**
 * What others see beside the photos, unless this account has said something there already. An account that is private
 * or unlisted stays so, whatever the archive's was.
 */
export async function restoreProfile(
  { profile, picture }: OwnFact & { do: "profile" },
  importing: Importing,
): Promise<Done> {
  const me = await User.byId(importing.userId)
  if (!me || me.bio || (me.links?.length ?? 0) > 0) return alreadyHere
  const actor = actorOf(importing)
  if (picture && !me.avatar) {
    const photoId = await takeInFor(profilePhoto, picture.entry, importing)
    const [photo] = await Photo.rows([photoId])
    // The import goes on with this in a minute.
    if (photo?.state === "awaiting" || photo?.state === "processing")
      throw new Error("the profile photo is not made yet")
    if (photo?.state === "ready") await User.setAvatar(actor, { photoId, x: picture.x, y: picture.y })
  }
  const { private: isPrivate, unlisted: isUnlisted, ...words } = profile
  const closed = { ...(isPrivate && { private: true }), ...(isUnlisted && { unlisted: true }) }
  await User.update(actor, { ...words, ...closed })
  return imported
}

/** What the person wants to be told of. */
export async function restoreNotifications(
  { off, digest, digestHour }: Manifest["notifications"],
  importing: Importing,
): Promise<Done> {
  const kinds = Object.fromEntries(
    Kind.options.flatMap((kind) => (off.includes(kind) ? [[kind, false]] : [])),
  )
  const mails = digestHour === undefined ? {} : { digest, digestHour }
  if (off.length > 0 || digestHour !== undefined)
    await Notification.setSettings(actorOf(importing), { ...(off.length > 0 ? { kinds } : {}), ...mails })
  return imported
}
