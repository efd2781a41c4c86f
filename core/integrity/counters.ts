import { table } from "../table"

/** A counter that is not what it counts. */
export type Drift = {
  /** The post, person or comment. */
  what: string
  name: string
  is: number
  should: number
  /** Adds to the counter; it is never set: what people do meanwhile is counted too. */
  add: (by: number) => Promise<unknown>
}

/** How many facts of a counter are read at most; one that has more than that is left alone. */
type Bound = number

const reading = (most: Bound) =>
  most === Number.POSITIVE_INFINITY ? ({ pages: "all" } as const) : { limit: most + 1, count: most + 1 }
const exactly = (most: Bound) => ({ ...reading(most), consistent: true })

/** Indexes lag behind: what they tell is no fault before a second look. */
const driftsOf = (counters: readonly Drift[], most: Bound): Drift[] =>
  counters.filter(({ is, should }) => is !== should && !(is > most && should > most))

/** Those that no moderator hid; undefined where some are hidden and not all were read: then it is not known how many. */
function notHidden<Row extends { moderation?: object | undefined }>(rows: readonly Row[], most: Bound) {
  const shown = rows.filter(({ moderation }) => moderation === undefined)
  return rows.length > most && shown.length < rows.length ? undefined : shown
}

/** Whether the likes and comments of a post are as many as its counters say. */
export async function ofPost(postId: string, most: Bound = Number.POSITIVE_INFINITY): Promise<Drift[]> {
  const [counts, likes, comments] = await Promise.all([
    table().postCount.query.byShard({ postId }).go({ pages: "all", consistent: true }),
    table().like.query.byPost({ postId }).go(reading(most)),
    table().comment.query.byPost({ postId }).go(exactly(most)),
  ])
  const sum = (name: "likes" | "comments") => counts.data.reduce((total, row) => total + row[name], 0)
  const first = counts.data[0]
  if (!first) return []
  const add = (name: "likes" | "comments") => (by: number) =>
    table()
      .postCount.patch({ postId, shard: first.shard })
      .add({ [name]: by })
      .go()
  // What a moderator hid is counted nowhere, nor what answers it; what is hidden of the answers `replies` leaves out.
  const shown = notHidden(comments.data, most)
  const spoken = shown?.reduce((total, { replies }) => total + 1 + replies, 0)
  return driftsOf(
    [
      { what: postId, name: "likes", is: sum("likes"), should: likes.data.length, add: add("likes") },
      ...(spoken === undefined
        ? []
        : [{ what: postId, name: "comments", is: sum("comments"), should: spoken, add: add("comments") }]),
    ],
    most,
  )
}

/** Whether a person's posts, followers and followed are as many as their counters say. */
export async function ofUser(userId: string, most: Bound = Number.POSITIVE_INFINITY): Promise<Drift[]> {
  const [{ data: counts }, posts, followers, following] = await Promise.all([
    table().userCount.get({ userId }).go({ consistent: true }),
    table()
      .post.query.byUser({ userId })
      .go({ ...reading(most), attributes: ["postId"] }),
    table().follow.query.byFollowee({ followeeId: userId, state: "active" }).go(reading(most)),
    table().follow.query.byFollower({ followerId: userId }).go(exactly(most)),
  ])
  if (!counts) return []
  const counter = (name: "posts" | "followers" | "following", should: number): Drift => ({
    what: userId,
    name,
    is: counts[name],
    should,
    add: (by) =>
      table()
        .userCount.patch({ userId })
        .add({ [name]: by })
        .go(),
  })
  // Among those that were read some only asked to follow: how many follow is not known then.
  const isCut = following.data.length > most
  const active = following.data.filter(({ state }) => state === "active").length
  return driftsOf(
    [
      counter("posts", posts.data.length),
      counter("followers", followers.data.length),
      ...(isCut ? [] : [counter("following", active)]),
    ],
    most,
  )
}

/** Whether the likes of a comment, and its replies, are as many as it says. */
export async function ofComment(
  postId: string,
  commentId: string,
  most: Bound = Number.POSITIVE_INFINITY,
): Promise<Drift[]> {
  const [{ data: comment }, replies, likes] = await Promise.all([
    table().comment.get({ postId, commentId }).go({ consistent: true }),
    table().reply.query.byComment({ parentId: commentId }).go(exactly(most)),
    table().commentLike.query.byComment({ commentId }).go(reading(most)),
  ])
  if (!comment) return []
  const counter = (name: "replies" | "likes", should: number): Drift => ({
    what: commentId,
    name,
    is: comment[name],
    should,
    add: (by) =>
      table()
        .comment.patch({ postId, commentId })
        .add({ [name]: by })
        .go(),
  })
  const shown = notHidden(replies.data, most)
  return driftsOf(
    [...(shown ? [counter("replies", shown.length)] : []), counter("likes", likes.data.length)],
    most,
  )
}
