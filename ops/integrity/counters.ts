import { table } from "../../core/table"
import type { Fault } from "./fault"

const all = { pages: "all", consistent: true } as const
/** Indexes are read as they are: eventually. What lags is no fault at the second look. */
const indexed = { pages: "all" } as const

type Counter = {
  what: string
  name: string
  is: number
  should: number
  add: (by: number) => Promise<unknown>
}

const faultsOf = (counters: readonly Counter[]): Fault[] =>
  counters
    .filter(({ is, should }) => is !== should)
    .map(({ what, name, is, should, add }) => ({
      kind: "counter_drift",
      what,
      found: `${name} says ${is} and there are ${should}`,
      remedy: `add ${should - is}`,
      // Added, not set: what people do meanwhile is counted too.
      async repair() {
        await add(should - is)
        return `${name} is ${should}`
      },
    }))

/** Whether the likes and comments of a post are as many as its counters say. */
export async function postFaults(postId: string): Promise<Fault[]> {
  const [counts, likes, comments] = await Promise.all([
    table().postCount.query.byShard({ postId }).go(all),
    table().like.query.byPost({ postId }).go(indexed),
    table().comment.query.byPost({ postId }).go(all),
  ])
  const sum = (name: "likes" | "comments") => counts.data.reduce((total, row) => total + row[name], 0)
  const first = counts.data[0]
  if (!first) return []
  const shard = { postId, shard: first.shard }
  const add = (name: "likes" | "comments") => (by: number) =>
    table()
      .postCount.patch(shard)
      .add({ [name]: by })
      .go()
  const spoken = comments.data.reduce((total, { replies }) => total + 1 + replies, 0)
  return faultsOf([
    { what: postId, name: "likes", is: sum("likes"), should: likes.data.length, add: add("likes") },
    { what: postId, name: "comments", is: sum("comments"), should: spoken, add: add("comments") },
  ])
}

/** Whether a person's posts, followers and followed are as many as their counters say. */
export async function userFaults(userId: string): Promise<Fault[]> {
  const [{ data: counts }, posts, followers, following] = await Promise.all([
    table().userCount.get({ userId }).go({ consistent: true }),
    table()
      .post.query.byUser({ userId })
      .go({ ...indexed, attributes: ["postId"] }),
    table().follow.query.byFollowee({ followeeId: userId, state: "active" }).go(indexed),
    table().follow.query.byFollower({ followerId: userId }).go(all),
  ])
  if (!counts) return []
  const add = (name: "posts" | "followers" | "following") => (by: number) =>
    table()
      .userCount.patch({ userId })
      .add({ [name]: by })
      .go()
  const active = following.data.filter(({ state }) => state === "active").length
  return faultsOf([
    { what: userId, name: "posts", is: counts.posts, should: posts.data.length, add: add("posts") },
    {
      what: userId,
      name: "followers",
      is: counts.followers,
      should: followers.data.length,
      add: add("followers"),
    },
    { what: userId, name: "following", is: counts.following, should: active, add: add("following") },
  ])
}

/** Whether the likes of a comment, and its replies, are as many as it says. */
export async function commentFaults(postId: string, commentId: string): Promise<Fault[]> {
  const [{ data: comment }, replies, likes] = await Promise.all([
    table().comment.get({ postId, commentId }).go({ consistent: true }),
    table().reply.query.byComment({ parentId: commentId }).go(all),
    table().commentLike.query.byComment({ commentId }).go(indexed),
  ])
  if (!comment) return []
  const add = (name: "replies" | "likes") => (by: number) =>
    table()
      .comment.patch({ postId, commentId })
      .add({ [name]: by })
      .go()
  return faultsOf([
    {
      what: commentId,
      name: "replies",
      is: comment.replies,
      should: replies.data.length,
      add: add("replies"),
    },
    { what: commentId, name: "likes", is: comment.likes, should: likes.data.length, add: add("likes") },
  ])
}
