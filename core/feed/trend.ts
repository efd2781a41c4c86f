import { timeOf } from "../id"
import { Post } from "../post"
import { batch, table, transact } from "../table"
import { days } from "../time"
import { scoreOf } from "./trending"

/** After so long no number of likes brings a post back among the trending ones. */
const kept = days(14)
/** How much a score has to move to be written: about an eighth more or fewer likes. */
const step = 0.05

/** As a key: sorts as the number does. */
const written = (score: number) => String(Math.round(score * 1000)).padStart(12, "0")

/**
 * Puts a post where it belongs among the trending ones, by what it and its counters are now; takes it out when it is
 * not for everybody, not liked, or gone. Done again it changes nothing.
 */
export async function rate(postId: string): Promise<void> {
  const expires = Math.floor(timeOf(postId) / 1000) + kept
  if (expires * 1000 < Date.now()) return
  const [post, { data: last }] = await Promise.all([
    Post.postRow(postId),
    table().trendOfPost.get({ postId }).go({ consistent: true }),
  ])
  const points = post?.audience === "public" ? await pointsOf(post) : 0
  const score = points > 0 ? scoreOf(points, postId) : undefined
  if (score === undefined) {
    if (last) await take(postId, last.score)
    return
  }
  if (last && Math.abs(score - Number(last.score) / 1000) < step) return
  await put({ postId, score: written(score), expires }, last?.score)
}

async function pointsOf({ postId, countShards }: Post.PostRow): Promise<number> {
  const keys = Array.from({ length: countShards }, (_, shard) => ({ postId, shard }))
  const counts = await batch(keys, (left) => table().postCount.get(left).go({ consistent: true }))
  return counts.reduce((sum, { likes, comments }) => sum + likes + 2 * comments, 0)
}

type Row = { postId: string; score: string; expires: number }

/** Refused when it was rated meanwhile: that one knew as much or more, and the next like rates it again. */
const put = (row: Row, last: string | undefined) =>
  transact((t) => [
    t.trendOfPost
      .put(row)
      .where(({ score }, { eq, notExists }) => (last === undefined ? notExists(score) : eq(score, last)))
      .commit(),
    t.trend.put(row).commit(),
    ...(last === undefined ? [] : [t.trend.delete({ postId: row.postId, score: last }).commit()]),
    // Narrowed or deleted meanwhile: its own change has taken it out, or will.
    t.post
      .check({ postId: row.postId })
      .where(({ audience }, { eq }) => eq(audience, "public"))
      .commit(),
  ])

const take = (postId: string, last: string) =>
  transact((t) => [
    t.trendOfPost
      .delete({ postId })
      .where(({ score }, { eq }) => eq(score, last))
      .commit(),
    t.trend.delete({ postId, score: last }).commit(),
  ])
