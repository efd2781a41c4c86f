import { type Actor, userIdOf } from "../actor"
import type { Visibility } from "./post.schema"

type Shared = { userId: string; visibility: Visibility }

/** Whether the actor wrote the post, and so may change and delete it. */
export const ownsPost = (actor: Actor, post: Shared) => userIdOf(actor) === post.userId

/** Whether the actor may see a post. Nobody follows anybody yet: `followers` is the author alone. */
export const seesPost = (actor: Actor, post: Shared) => post.visibility === "public" || ownsPost(actor, post)
