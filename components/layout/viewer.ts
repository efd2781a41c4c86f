/** Who looks at the page: a member, or null for a visitor. */
export type Viewer = { id: string; handle: string; name: string } | null

/** The destinations that navigation marks as current. */
export type Destination = "explore" | "post" | "you"
