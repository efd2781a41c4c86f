import type { Visibility } from "../../core/post/post.schema"

type Said = { id: string; by: string; parent?: string; likes: Set<string> }
export type Posted = {
  id: string
  by: string
  visibility: Visibility
  /** As it is stored: of an account that has just been closed or opened it follows a moment later. */
  audience: Visibility
  likes: Set<string>
  saved: Set<string>
  said: Map<string, Said>
  /** Never deleted: its photo is what others are copied from. */
  kept?: boolean
}
export type Outcome = "ok" | "not_found" | "unprocessable"

/** What the product should be, without a table: people by name, and who stands how to whom. */
export class Model {
  readonly closed = new Set<string>()
  readonly follows = new Map<string, "active" | "requested">()
  readonly blocks = new Set<string>()
  readonly mutes = new Set<string>()
  readonly posts = new Map<string, Posted>()

  constructor(readonly people: readonly string[]) {}

  isApart = (a: string, b: string) => this.blocks.has(`${a}>${b}`) || this.blocks.has(`${b}>${a}`)
  isFollowing = (a: string, b: string) => this.follows.get(`${a}>${b}`) === "active"
  audienceOf = (by: string, visibility: Visibility) =>
    visibility === "public" && this.closed.has(by) ? "followers" : visibility

  sees(who: string, post: Posted): boolean {
    if (this.isApart(who, post.by)) return false
    if (who === post.by) return true
    if (post.audience === "private") return false
    if (post.audience === "public" && !this.closed.has(post.by)) return true
    return this.isFollowing(who, post.by)
  }

  /** Whether somebody sees what was said under a post. */
  hears = (who: string, post: Posted, said: Said) => this.sees(who, post) && !this.isApart(who, said.by)

  followers = (of: string) => this.people.filter((who) => this.isFollowing(who, of))
  followed = (by: string) => this.people.filter((who) => this.isFollowing(by, who))

  /** What lists of comments show: what was said by people apart or muted is left out. */
  listed = (who: string, post: Posted) =>
    [...post.said.values()].filter(
      ({ by, parent }) =>
        !parent && !this.isApart(who, by) && (by === who || !this.mutes.has(`${who}>${by}`)),
    )

  /** The posts of home, newest first. */
  home = (who: string) =>
    [...this.posts.values()]
      .filter(({ by }) => by === who || (this.isFollowing(who, by) && !this.mutes.has(`${who}>${by}`)))
      .filter((post) => this.sees(who, post))
      .map(({ id }) => id)
      .sort()
      .reverse()

  /** What follows by itself a moment later. */
  settle() {
    for (const post of this.posts.values()) post.audience = this.audienceOf(post.by, post.visibility)
    for (const [pair, state] of this.follows) {
      const followee = pair.split(">")[1] ?? ""
      if (state === "requested" && !this.closed.has(followee)) this.follows.set(pair, "active")
    }
  }
}
