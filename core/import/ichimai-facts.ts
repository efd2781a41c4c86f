import { AppError } from "../error"
import { Post } from "../post"
import type { Importing } from "./adapter"
import { isOf } from "./here"
import { restoreAlbum } from "./ichimai-albums"
import { restoreDraft } from "./ichimai-drafts"
import { restoreList } from "./ichimai-lists"
import { alreadyHere, type Done, imported, type OwnFact, ownPosts } from "./ichimai-own"
import { restoreNotifications, restorePicture, restoreProfile } from "./ichimai-profile"

/** Does what an archive of our own has besides posts. What somebody's account has no room for any more is left out. */
export async function applyOwn(fact: OwnFact, importing: Importing): Promise<Done> {
  try {
    switch (fact.do) {
      case "picture":
        return await restorePicture(fact.entry, importing)
      case "history":
        return await restoreHistory(fact, importing)
      case "draft":
        return await restoreDraft(fact.draft, fact.photos, importing)
      case "album":
        return await restoreAlbum(fact, importing)
      case "list":
        return await restoreList(fact, importing)
      case "notifications":
        return await restoreNotifications(fact, importing)
      case "profile":
        return await restoreProfile(fact, importing)
    }
  } catch (error) {
    if (error instanceof AppError && error.code !== "unavailable")
      return { outcome: "skipped", reason: "unsupported" }
    throw error
  }
}

async function restoreHistory(fact: OwnFact & { do: "history" }, importing: Importing): Promise<Done> {
  const postId = (await ownPosts(fact.own, importing)).get(fact.post)
  if (!postId) return { outcome: "skipped", reason: "missing" }
  const post = await Post.postRow(postId)
  // What was there before has its own history, unless an earlier import was cut off before that.
  if (post?.editedAt && !post.photos.some(({ photoId }) => isOf(importing, photoId))) return alreadyHere
  await Post.restoreHistory(postId, fact.editedAt, fact.earlier)
  return imported
}
