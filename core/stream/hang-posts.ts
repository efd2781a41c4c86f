import { Feed } from "../feed"
import type { Follow } from "../follow"
import type { Post } from "../post"
import { Session } from "../session"
import type { User } from "../user"
import type { Change } from "./stream"

const both = <Row>({ before, after }: Change) =>
  [before, after] as unknown as [Row | undefined, Row | undefined]

type TagFollow = { userId: string; tag: string; followId: string }
type Counted = { followers: number; large?: boolean }

/** What home feeds and the trending posts follow from. */
export const hangPosts = {
  /** A post is published, or opened to more people. */
  async post(change: Change): Promise<void> {
    const [before, after] = both<Post.PostRow>(change)
    if (after) await Feed.fanOut(before, after)
    const audiences = [before?.audience, after?.audience]
    if (before && audiences[0] !== audiences[1]) await Feed.rate(before.postId)
  },

  /** Somebody likes or comments, or takes it back. */
  async counts({ after }: Change): Promise<void> {
    if (after) await Feed.rate(String(after.postId))
  },

  /** A follow begins, by itself or when a request is accepted, or ends. */
  async follow(change: Change): Promise<void> {
    const [before, after] = both<Follow.FollowRow>(change)
    const [did, does] = [before?.state === "active", after?.state === "active"]
    if (after && does && !did) await Feed.began(after, after.followId)
    if (before && did && !does) await Feed.ended(before)
  },

  async tagFollow(change: Change): Promise<void> {
    const [before, after] = both<TagFollow>(change)
    if (after && !before) await Feed.tagBegan(after.userId, after.tag, after.followId)
    if (before && !after) await Feed.tagEnded(before.userId, before.tag)
  },

  /** An account grows too large to be written to each feed, or shrinks again. */
  async userCount(change: Change): Promise<void> {
    const [, after] = both<Counted & { userId: string }>(change)
    if (after) await Feed.resize("USER", after.userId, after)
  },

  async tag(change: Change): Promise<void> {
    const [, after] = both<Counted & { tag: string }>(change)
    if (after) await Feed.resize("TAG", after.tag, after)
  },

  /** Somebody comes back after a long time: what was not written meanwhile is. */
  async user(change: Change): Promise<void> {
    const [before, after] = both<User.UserRow>(change)
    if (before && after && before.seenOn !== after.seenOn && Session.isAway(before.seenOn))
      await Feed.rebuild(after.userId)
  },
}
