import { type Actor, moderates, userIdOf } from "../actor"
import type { Visibility } from "./post.schema"

type Moderated = { moderation?: { hidden?: string | undefined; held?: string | undefined } | undefined }
type Shared = { userId: string; audience: Visibility } & Moderated
type Author = { private: boolean }

/** How the actor stands to the author of a post. */
export type Tie = {
  /** There is a block between them, whoever made it. */
  blocked: boolean
  /** The actor follows the author, and was accepted where that is asked for. */
  follows: boolean
  /**
   * The author gave it to the actor by name: through an album that they are a member of, or a link that they opened.
   * It opens the post whatever its audience, and never past a block or an author who is gone.
   */
  given?: boolean
}

/** Whether the actor wrote the post, and so may change and delete it. */
export const ownsPost = (actor: Actor, post: Pick<Shared, "userId">) => userIdOf(actor) === post.userId

/** Whether a moderator's decision, or one that is still to come, keeps a post from everybody but its author. */
export const isWithheld = ({ moderation }: Moderated) => Boolean(moderation?.hidden || moderation?.held)

/**
 * Whether the actor may see a post: the one decision for pages, API, feeds and every variant of its photos.
 * @param author undefined while the account is not confirmed, and when it is gone: then nobody sees it
 */
export function seesPost(actor: Actor, post: Shared, author: Author | undefined, tie: Tie): boolean {
  if (author === undefined) return false
  if (isWithheld(post)) return ownsPost(actor, post) || moderates(actor)
  if (tie.blocked) return false
  if (ownsPost(actor, post) || tie.given) return true
  if (post.audience === "private") return false
  // An account that has just become private: its posts say so a moment later.
  return post.audience === "public" && !author.private ? true : tie.follows
}
