import { type Actor, requireUser } from "../actor"
import { Album } from "../album"
import { AppError } from "../error"
import { Post } from "../post"
import { ownsPost } from "../post/post.access"
import { isAlbum } from "./target"

/**
 * Only its author gives a post away, only its managers an album.
 * @throws AppError `not_found`; `forbidden` for a member of an album who does not manage it
 */
export async function requireGiver(actor: Actor, targetId: string): Promise<void> {
  requireUser(actor)
  if (isAlbum(targetId)) {
    await Album.reachAs(actor, targetId, "manager")
    return
  }
  const row = await Post.postRow(targetId)
  if (!row || !ownsPost(actor, row)) throw new AppError("not_found")
}
