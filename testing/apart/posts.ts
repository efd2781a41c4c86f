import type { Row } from "./row"

export const posts: readonly Row[] = [
  { endpoint: "GET /api/posts/{postId}", where: ({ post }) => `GET /api/posts/${post.id}` },
  {
    endpoint: "GET /api/media/{photoId}/{variant}",
    where: ({ post }) => `GET /api/media/${post.photoId}/320.avif`,
  },
  { endpoint: "GET /api/feed/explore", where: () => "GET /api/feed/explore?limit=50" },
]
