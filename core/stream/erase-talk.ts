import { Album } from "../album"
import { Bookmark } from "../bookmark"
import { Comment } from "../comment"
import { Like } from "../like"

/** Removes what was said and liked about something that is gone. */
export const eraseTalk = {
  /** Likes, comments and bookmarks go with their post, and it leaves its albums. */
  async post(row: Record<string, unknown>): Promise<void> {
    const postId = String(row.postId)
    const gone = [Like.eraseOf, Comment.eraseOf, Bookmark.eraseOf, Album.forgetPost]
    await Promise.all(gone.map((erase) => erase(postId)))
  },

  /** What hung in an album goes with it; the posts stay. */
  async album(row: Record<string, unknown>): Promise<void> {
    await Album.goOnWithGone(row as unknown as Album.AlbumGone)
  },

  async comment(row: Record<string, unknown>): Promise<void> {
    await Comment.eraseTraces(String(row.commentId))
  },
}
