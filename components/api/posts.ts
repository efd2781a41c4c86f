import type { input } from "zod"
import type { Publication } from "@/core/draft/draft.schema"
import type { Page } from "@/core/page.schema"
import type {
  CreatePost,
  EarlierCaption,
  EditDraft,
  EditPost,
  PostView,
  SaveDraft,
} from "@/core/post/post.schema"
import { call } from "../api-call"
import { type PageQuery, query } from "./query"

export const posts = {
  /** Publishes. The same key with the same body gives the same post, however often it is sent. */
  create: (body: input<typeof CreatePost>, idempotencyKey: string, signal?: AbortSignal) =>
    call<Publication>("POST", "/api/posts", body, { signal, headers: { "Idempotency-Key": idempotencyKey } }),
  edit: (postId: string, change: Omit<input<typeof EditPost>, "postId">) =>
    call<PostView>("PATCH", `/api/posts/${postId}`, change),
  history: (postId: string, page: PageQuery) =>
    call<Page<EarlierCaption>>("GET", `/api/posts/${postId}/history?${query(page)}`),
  remove: (postId: string) => call<void>("DELETE", `/api/posts/${postId}`),
  explore: (page: PageQuery) => call<Page<PostView>>("GET", `/api/feed/explore?${query(page)}`),
  byUser: (handle: string, page: PageQuery) =>
    call<Page<PostView>>("GET", `/api/users/${encodeURIComponent(handle)}/posts?${query(page)}`),
}

export const drafts = {
  /** Keeps a post for later. The same key with the same body gives the same draft, however often it is sent. */
  save: (body: input<typeof SaveDraft>, idempotencyKey: string, signal?: AbortSignal) =>
    call<Publication>("POST", "/api/drafts", body, {
      signal,
      headers: { "Idempotency-Key": idempotencyKey },
    }),
  edit: (draftId: string, change: Omit<input<typeof EditDraft>, "draftId">) =>
    call<Publication>("PATCH", `/api/drafts/${draftId}`, change),
  publish: (draftId: string) => call<Publication>("POST", `/api/drafts/${draftId}/publish`, {}),
  get: (draftId: string, signal?: AbortSignal) =>
    call<Publication>("GET", `/api/drafts/${draftId}`, undefined, { signal }),
  remove: (draftId: string) => call<void>("DELETE", `/api/drafts/${draftId}`),
}
