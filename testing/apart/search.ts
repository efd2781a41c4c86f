import { given } from "../given"
import type { Row, World } from "./row"

const tagged = ({ other }: World) => given.post(other, { caption: "Apart #unseen" })

export const search: readonly Row[] = [
  { endpoint: "GET /api/search", where: () => "GET /api/search?q=plain%20colour&limit=50" },
  { endpoint: "GET /api/search", where: ({ other }) => `GET /api/search?q=${other.handle}&type=users` },
  {
    endpoint: "GET /api/search/suggestions",
    where: ({ other }) => `GET /api/search/suggestions?q=${other.handle}`,
  },
  {
    endpoint: "GET /api/tags/{tag}/posts",
    where: () => "GET /api/tags/unseen/posts?limit=50",
    before: tagged,
  },
]
