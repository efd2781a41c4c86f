import { Comment } from "../comment"
import { Mention } from "../mention"
import { Notification } from "../notification"
import { Post } from "../post"
import { User } from "../user"

const inChunk = 25

/**
 * Makes some of the texts that name a person mere texts, and takes back that the person was told of them. The words of
 * others stay as they wrote them. @returns whether some is left
 */
export async function quietMentions(userId: string): Promise<boolean> {
  const [rows, user] = await Promise.all([Mention.ofPerson(userId, inChunk), User.byId(userId)])
  const handles = user ? [user.handle, ...(user.formerHandles ?? [])] : []
  for (const { subjectId, postId, actorId } of rows) {
    const isPost = subjectId === postId
    if (isPost) await Post.makeInert(postId, handles)
    else await Comment.makeInert(subjectId, handles)
    const topic = isPost ? `mention:${postId}` : `comment:${subjectId}`
    await Notification.untell({ userId, actorId, topic, factId: subjectId })
  }
  await Mention.forget(rows)
  return rows.length === inChunk
}
