import "server-only"
import { Feed } from "@/core/feed"
import { pageOf } from "@/core/page.schema"
import { PostView } from "@/core/post/post.schema"
import type { Endpoint } from "../endpoint"

export const feeds: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/api/feed/explore",
    operation: Feed.explore,
    summary: "The latest public posts",
    tag: "Feeds",
    auth: "anyone",
    answers: { 200: pageOf(PostView) },
  },
]
