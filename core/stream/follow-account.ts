import { Post } from "../post"
import { User } from "../user"
import type { Change } from "./stream"

const isAway = (person: User.UserRow) => User.awaySince(person) !== undefined
const isSame = (one: User.UserRow, other: User.UserRow) =>
  one.private === other.private && isAway(one) === isAway(other)

/** Who sees a post follows from its author's choice and account, whichever changed last. */
export const followAccount = {
  /** The account was closed, opened, suspended or restored, or its person went away or came back. */
  async user({ before, after }: Change): Promise<void> {
    const [then, person] = [before, after] as unknown as (User.UserRow | undefined)[]
    if (!then || !person || isSame(then, person)) return
    // A later change has a record of its own.
    const now = await User.byId(person.userId)
    if (now && isSame(now, person)) await Post.beginSweep(person.userId)
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
