import { Like } from "../../core/like"
import { Post } from "../../core/post"
import { given } from "../given"
import type { Row } from "./row"

export const posts: readonly Row[] = [
  { endpoint: "GET /api/posts/{postId}", where: ({ post }) => `GET /api/posts/${post.id}` },
  {
    endpoint: "GET /api/posts/{postId}/history",
    where: ({ post }) => `GET /api/posts/${post.id}/history`,
    before: async ({ other, post }) => {
      await Post.edit(other, { postId: post.id, caption: "Earlier words" })
      await Post.edit(other, { postId: post.id, caption: "Other words" })
    },
    names: () => "Earlier words",
  },
  {
    endpoint: "GET /api/media/{photoId}/{variant}",
    where: ({ post }) => `GET /api/media/${post.photoId}/320.avif`,
  },
  { endpoint: "GET /api/feed/explore", where: () => "GET /api/feed/explore?limit=50" },
  {
    endpoint: "GET /api/feed/trending",
    where: () => "GET /api/feed/trending?limit=50",
    before: ({ third, post }) => Like.like(third, { postId: post.id }),
  },
  {
    endpoint: "GET /api/feed/home",
    where: () => "GET /api/feed/home",
    before: ({ me, other }) => given.follow(me, other),
    gone: true,
  },
  {
    endpoint: "GET /api/feed/home/new",
    where: () => "GET /api/feed/home/new",
    before: ({ me, other }) => given.follow(me, other),
    names: ({ post }) => post.id,
    gone: true,
  },
]
