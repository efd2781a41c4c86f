import type { AuthorView, Role } from "@/core/user/user.schema"

/** Who looks at the page: a member, or null for a visitor. */
export type Viewer = (AuthorView & { role?: Role; leavingAt?: string | undefined }) | null

/** The destinations that navigation marks as current. */
export type Destination = "home" | "explore" | "trending" | "post" | "activity" | "you"
