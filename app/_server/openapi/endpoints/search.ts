import "server-only"
import { pageOf } from "@/core/page.schema"
import { PostView } from "@/core/post/post.schema"
import { Search } from "@/core/search"
import { SearchView, SuggestView } from "@/core/search/search.schema"
import { Tag } from "@/core/tag"
import { FollowedTagsView, TagView } from "@/core/tag/tag.schema"
import { type Endpoint, nothing } from "../endpoint"

export const search: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/api/search",
    operation: Search.find,
    summary:
      "Public posts by words of caption and descriptions or by camera, people by name, tags by how they begin",
    tag: "Search",
    auth: "anyone",
    answers: { 200: SearchView },
  },
  {
    method: "GET",
    path: "/api/search/suggestions",
    operation: Search.suggest,
    summary: "A few people and tags that what somebody types may mean",
    tag: "Search",
    auth: "anyone",
    answers: { 200: SuggestView },
  },
  {
    method: "GET",
    path: "/api/tags/{tag}",
    operation: Tag.get,
    summary: "How often a tag is used and followed; any spelling of it will do",
    tag: "Tags",
    auth: "anyone",
    answers: { 200: TagView },
  },
  {
    method: "GET",
    path: "/api/tags/{tag}/posts",
    operation: Tag.posts,
    summary: "The public posts that carry a tag, newest first",
    tag: "Tags",
    auth: "anyone",
    answers: { 200: pageOf(PostView) },
  },
  {
    method: "PUT",
    path: "/api/tags/{tag}/follow",
    operation: Tag.follow,
    summary: "Follow a tag: its posts come to one's home feed",
    tag: "Tags",
    auth: "user",
    answers: { 200: TagView },
  },
  {
    method: "DELETE",
    path: "/api/tags/{tag}/follow",
    operation: Tag.unfollow,
    summary: "Follow a tag no more",
    tag: "Tags",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/tags",
    operation: Tag.followed,
    summary: "The tags that one follows, at most a hundred, in order of their names",
    tag: "Tags",
    auth: "user",
    answers: { 200: FollowedTagsView },
  },
]
