import { type Actor, userIdOf } from "../actor"
import type { Visibility } from "./post.schema"

type Shared = { userId: string; audience: Visibility }
type Author = { private: boolean }

/** How the actor stands to the author of a post. */
export type Tie = {
  /** There is a block between them, whoever made it. */
  blocked: boolean
  /** The actor follows the author, and was accepted where that is asked for. */
  follows: boolean
}

/** Whether the actor wrote the post, and so may change and delete it. */
export const ownsPost = (actor: Actor, post: Pick<Shared, "userId">) => userIdOf(actor) === post.userId

/**
 * Whether the actor may see a post: the one decision for pages, API, feeds and every variant of its photos.
 * @param author undefined while the account is not confirmed, and when it is gone: then nobody sees it
 */
export function seesPost(actor: Actor, post: Shared, author: Author | undefined, tie: Tie): boolean {
  if (author === undefined || tie.blocked) return false
  if (ownsPost(actor, post)) return true
  if (post.audience === "private") return false
  // An account that has just become private: its posts say so a moment later.
  return post.audience === "public" && !author.private ? true : tie.follows
}
