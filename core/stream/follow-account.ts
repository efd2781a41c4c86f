import { Post } from "../post"
import { User } from "../user"
import type { Change } from "./stream"

/** Who sees a post follows from its author's choice and account, whichever changed last. */
export const followAccount = {
  /** The account was closed or opened. */
  async user({ before, after }: Change): Promise<void> {
    const [then, person] = [before, after] as unknown as (User.UserRow | undefined)[]
    if (!then || !person || then.private === person.private) return
    // A later change has a record of its own.
    if ((await User.byId(person.userId))?.private === person.private) await Post.beginSweep(person.userId)
  },

  async sweep(row: Record<string, unknown>): Promise<void> {
    await Post.goOnWithSweep(row as unknown as Post.AudienceSweep)
  },

  /** Published or edited while the account changed, a post may not have been there for the sweep. */
  async post({ before, after }: Change): Promise<void> {
    const [then, post] = [before, after] as unknown as (Post.PostRow | undefined)[]
    if (post?.visibility !== "public") return
    if (then?.audience !== post.audience || then.visibility !== post.visibility)
      await Post.settleAudience(post.postId)
  },
}
