import { Bookmark } from "../../core/bookmark"
import { Comment } from "../../core/comment"
import { Like } from "../../core/like"
import type { Row, World } from "./row"

const text = "Hello"
/** The other says something under the post of somebody whom both know. */
const said = async ({ other, common }: World) => (await Comment.write(other, { postId: common, text })).id
/** They answer there. */
const answered = async ({ other, third, common }: World) => {
  const { id } = await Comment.write(third, { postId: common, text })
  await Comment.reply(other, { commentId: id, text })
  return id
}

export const talk: readonly Row[] = [
  { endpoint: "PUT /api/posts/{postId}/like", where: ({ post }) => `PUT /api/posts/${post.id}/like` },
  { endpoint: "DELETE /api/posts/{postId}/like", where: ({ post }) => `DELETE /api/posts/${post.id}/like` },
  {
    endpoint: "GET /api/posts/{postId}/likes",
    where: ({ common }) => `GET /api/posts/${common}/likes`,
    before: ({ other, common }) => Like.like(other, { postId: common }),
  },
  { endpoint: "PUT /api/posts/{postId}/bookmark", where: ({ post }) => `PUT /api/posts/${post.id}/bookmark` },
  {
    endpoint: "DELETE /api/posts/{postId}/bookmark",
    where: ({ post }) => `DELETE /api/posts/${post.id}/bookmark`,
  },
  {
    endpoint: "GET /api/me/bookmarks",
    where: () => "GET /api/me/bookmarks",
    before: ({ me, post }) => Bookmark.save(me, { postId: post.id }),
  },
  {
    endpoint: "GET /api/posts/{postId}/comments",
    where: ({ common }) => `GET /api/posts/${common}/comments`,
    before: said,
  },
  {
    endpoint: "POST /api/posts/{postId}/comments",
    where: ({ post }) => `POST /api/posts/${post.id}/comments`,
    json: { text },
  },
  {
    endpoint: "GET /api/comments/{commentId}/replies",
    where: (_, id) => `GET /api/comments/${id}/replies`,
    before: answered,
  },
  {
    endpoint: "POST /api/comments/{commentId}/replies",
    where: (_, id) => `POST /api/comments/${id}/replies`,
    json: { text },
    before: said,
  },
  {
    endpoint: "GET /api/comments/{commentId}",
    where: (_, id) => `GET /api/comments/${id}`,
    before: said,
  },
  {
    endpoint: "GET /api/comments/{commentId}/history",
    where: (_, id) => `GET /api/comments/${id}/history`,
    before: said,
    names: () => "items",
  },
  {
    endpoint: "PUT /api/comments/{commentId}/like",
    where: (_, id) => `PUT /api/comments/${id}/like`,
    before: said,
  },
  {
    endpoint: "DELETE /api/comments/{commentId}/like",
    where: (_, id) => `DELETE /api/comments/${id}/like`,
    before: said,
  },
]
