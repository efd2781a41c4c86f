import type { input } from "zod"
import type { Filters, FiltersView } from "@/core/block/block.schema"
import type { Decide, FollowView } from "@/core/follow/follow.schema"
import { call } from "../api-call"

const of = (handle: string) => `/api/users/${encodeURIComponent(handle)}` as const

/** How one stands to others. Every call throws a ProblemError when it is refused. */
export const people = {
  follow: (handle: string) => call<FollowView>("PUT", `${of(handle)}/follow`),
  unfollow: (handle: string) => call<void>("DELETE", `${of(handle)}/follow`),
  removeFollower: (handle: string) => call<void>("DELETE", `/api/me/followers/${encodeURIComponent(handle)}`),
  decide: (userId: string, decision: input<typeof Decide>["decision"]) =>
    call<void>("POST", `/api/me/follow-requests/${userId}`, { decision }),
  block: (handle: string) => call<void>("PUT", `${of(handle)}/block`),
  unblock: (handle: string) => call<void>("DELETE", `${of(handle)}/block`),
  mute: (handle: string) => call<void>("PUT", `${of(handle)}/mute`),
  unmute: (handle: string) => call<void>("DELETE", `${of(handle)}/mute`),
  setFilters: (words: string[]) =>
    call<FiltersView>("PUT", "/api/me/filters", { words } satisfies input<typeof Filters>),
}
