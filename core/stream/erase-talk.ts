import { Comment } from "../comment"
import { Like } from "../like"

/** Removes what was said and liked about something that is gone. */
export const eraseTalk = {
  /** Likes and comments go with their post; who kept it forgets it on the way. */
  async post(row: Record<string, unknown>): Promise<void> {
    const postId = String(row.postId)
    await Promise.all([Like.eraseOf(postId), Comment.eraseOf(postId)])
  },

  async comment(row: Record<string, unknown>): Promise<void> {
    await Comment.eraseTraces(String(row.commentId))
  },
}
