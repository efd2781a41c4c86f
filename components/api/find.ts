import type { SuggestView } from "@/core/search/search.schema"
import type { TagView } from "@/core/tag/tag.schema"
import { call } from "../api-call"

const of = (tag: string) => `/api/tags/${encodeURIComponent(tag)}` as const

export const tags = {
  follow: (tag: string) => call<TagView>("PUT", `${of(tag)}/follow`),
  unfollow: (tag: string) => call<void>("DELETE", `${of(tag)}/follow`),
}

/** People and tags that what is typed may mean. */
export const suggest = (q: string, signal: AbortSignal) =>
  call<SuggestView>("GET", `/api/search/suggestions?${new URLSearchParams({ q })}`, undefined, { signal })
