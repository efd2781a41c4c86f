import "server-only"
import { Draft } from "@/core/draft"
import { DraftView, Publication } from "@/core/draft/draft.schema"
import { pageOf } from "@/core/page.schema"
import { Post } from "@/core/post"
import { EarlierCaption, PostView } from "@/core/post/post.schema"
import { type Endpoint, nothing } from "../endpoint"

export const posts: readonly Endpoint[] = [
  {
    method: "POST",
    path: "/api/posts",
    operation: Draft.publish,
    summary: "Publish photos; the answer is the post, or the draft that becomes it",
    tag: "Posts",
    auth: "user",
    answers: { 201: Publication },
  },
  {
    method: "GET",
    path: "/api/posts/{postId}",
    operation: Post.get,
    summary: "A post",
    tag: "Posts",
    auth: "anyone",
    answers: { 200: PostView },
  },
  {
    method: "PATCH",
    path: "/api/posts/{postId}",
    operation: Post.edit,
    summary: "Change a post: what is given, and nothing else; photos left out of `photos` are removed",
    tag: "Posts",
    auth: "user",
    answers: { 200: PostView },
  },
  {
    method: "GET",
    path: "/api/posts/{postId}/history",
    operation: Post.history,
    summary: "The captions that a post had before",
    tag: "Posts",
    auth: "anyone",
    answers: { 200: pageOf(EarlierCaption) },
  },
  {
    method: "DELETE",
    path: "/api/posts/{postId}",
    operation: Post.remove,
    summary: "Delete a post with its photos",
    tag: "Posts",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/drafts",
    operation: Draft.list,
    summary: "One's own drafts: saved, scheduled, waiting and failed",
    tag: "Posts",
    auth: "user",
    answers: { 200: pageOf(DraftView) },
  },
  {
    method: "POST",
    path: "/api/drafts",
    operation: Draft.save,
    summary: "Keep a post that is not to be published yet",
    tag: "Posts",
    auth: "user",
    answers: { 201: Publication },
  },
  {
    method: "GET",
    path: "/api/drafts/{draftId}",
    operation: Draft.get,
    summary: "A draft, or the post that it became",
    tag: "Posts",
    auth: "user",
    answers: { 200: Publication },
  },
  {
    method: "PATCH",
    path: "/api/drafts/{draftId}",
    operation: Draft.edit,
    summary: "Change a draft, also when it is published: what is given, and nothing else",
    tag: "Posts",
    auth: "user",
    answers: { 200: Publication },
  },
  {
    method: "POST",
    path: "/api/drafts/{draftId}/publish",
    operation: Draft.publishDraft,
    summary: "Publish a draft now, or as soon as its photos are ready",
    tag: "Posts",
    auth: "user",
    answers: { 200: Publication },
  },
  {
    method: "DELETE",
    path: "/api/drafts/{draftId}",
    operation: Draft.remove,
    summary: "Discard a draft with its photos",
    tag: "Posts",
    auth: "user",
    answers: { 204: nothing },
  },
]
