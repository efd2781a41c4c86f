import "server-only"
import { pageOf } from "@/core/page.schema"
import { Post } from "@/core/post"
import { PostView } from "@/core/post/post.schema"
import { Profile } from "@/core/profile"
import { ProfileView } from "@/core/profile/profile.schema"
import type { Endpoint } from "../endpoint"

export const people: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/api/users/{handle}",
    operation: Profile.get,
    summary: "A profile, also by a handle that its person had before",
    tag: "People",
    auth: "anyone",
    answers: { 200: ProfileView },
  },
  {
    method: "GET",
    path: "/api/users/{handle}/posts",
    operation: Post.byUser,
    summary: "The posts of a person; with described=1 those all of whose photos have an alternative text",
    tag: "People",
    auth: "anyone",
    answers: { 200: pageOf(PostView) },
  },
]
