import type { input } from "zod"
import type { Publication } from "@/core/draft/draft.schema"
import type { Page } from "@/core/page.schema"
import type { CreatePost, PostView } from "@/core/post/post.schema"
import { call } from "../api-call"
import { type PageQuery, query } from "./query"

export const posts = {
  /** Publishes. The same key with the same body gives the same post, however often it is sent. */
  create: (body: input<typeof CreatePost>, idempotencyKey: string, signal?: AbortSignal) =>
    call<Publication>("POST", "/api/posts", body, { signal, headers: { "Idempotency-Key": idempotencyKey } }),
  remove: (postId: string) => call<void>("DELETE", `/api/posts/${postId}`),
  explore: (page: PageQuery) => call<Page<PostView>>("GET", `/api/feed/explore?${query(page)}`),
  byUser: (handle: string, page: PageQuery) =>
    call<Page<PostView>>("GET", `/api/users/${encodeURIComponent(handle)}/posts?${query(page)}`),
}

export const drafts = {
  get: (draftId: string, signal?: AbortSignal) =>
    call<Publication>("GET", `/api/drafts/${draftId}`, undefined, { signal }),
  remove: (draftId: string) => call<void>("DELETE", `/api/drafts/${draftId}`),
}
