import type { UserActor } from "../core/actor"
import { newId } from "../core/id"
import { table } from "../core/table"
import { now } from "../core/time"

type Who = Pick<UserActor, "userId">
type Where = { postId: string; author: Who }

/** Facts written as they are stored, without the operations around them: for tests of what follows from them. */
export const written = {
  async like(by: Who, { postId, author }: Where): Promise<void> {
    const row = {
      userId: by.userId,
      postId,
      likeId: newId("like"),
      authorId: author.userId,
      createdAt: now(),
    }
    await table().like.create(row).go()
  },

  async unlike(by: Who, { postId }: Pick<Where, "postId">): Promise<void> {
    await table().like.delete({ userId: by.userId, postId }).go()
  },

  /** @returns what finds the comment again */
  async comment(by: Who, { postId, author }: Where, text: string) {
    const commentId = newId("comment")
    const row = { commentId, postId, userId: by.userId, authorId: author.userId, text, createdAt: now() }
    await table().comment.create(row).go()
    return { commentId, postId, author: by }
  },

  async reply(by: Who, under: { commentId: string; author: Who }, at: Where, text: string) {
    const commentId = newId("comment")
    const { postId, author } = at
    const row = {
      commentId,
      postId,
      userId: by.userId,
      authorId: author.userId,
      parentId: under.commentId,
      parentUserId: under.author.userId,
      text,
      createdAt: now(),
    }
    await table().reply.create(row).go()
    return { commentId, parentId: under.commentId }
  },

  async commentLike(by: Who, { commentId, postId, author }: Where & { commentId: string }): Promise<void> {
    await table()
      .commentLike.create({
        userId: by.userId,
        commentId,
        likeId: newId("commentLike"),
        authorId: author.userId,
        postId,
        createdAt: now(),
      })
      .go()
  },
}
