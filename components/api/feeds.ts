import type { HomePostView, HomeTopView } from "@/core/feed/feed.schema"
import type { Page } from "@/core/page.schema"
import { call } from "../api-call"
import { type PageQuery, query } from "./query"

export const feeds = {
  home: (page: PageQuery, signal?: AbortSignal) =>
    call<Page<HomePostView>>("GET", `/api/feed/home?${query(page)}`, undefined, { signal }),
  /** Which posts are at the top of home. */
  homeTop: (signal?: AbortSignal) => call<HomeTopView>("GET", "/api/feed/home/new", undefined, { signal }),
}
