import { setTimeout as sleep } from "node:timers/promises"
import { firstIdAt, timeOf } from "../id"
import { log } from "../log"
import { Post } from "../post"
import { table } from "../table"
import { type Drift, ofComment, ofPost, ofUser } from "./counters"

type Sampling = {
  /** How many posts are looked at, with their authors and the first comment of each. */
  posts?: number
  /** Counters above it are left alone: a sample costs the same, however large the stage is. */
  most?: number
  /** Milliseconds before a second look: a fact and its counter are one write, but indexes lag behind. */
  pause?: number
}

/**
 * Holds the counters of some public posts, from a moment of the past that chance names, against what they count.
 * A run reads at most `posts × 7 × most` items; what it finds it logs, and corrects nothing.
 * @returns how many counters drifted
 */
export async function sampleDrift({ posts = 20, most = 200, pause = 2000 }: Sampling = {}): Promise<number> {
  const looks = await looksAt(posts, most)
  const suspected: Drift[] = []
  for (const look of looks) suspected.push(...(await look()))
  if (suspected.length === 0) return 0
  await sleep(pause)
  const again: Drift[] = []
  for (const look of looks) again.push(...(await look()))
  const nameOf = ({ what, name, is, should }: Drift) => `${what} ${name} ${is} ${should}`
  const known = new Set(suspected.map(nameOf))
  const drifted = again.filter((drift) => known.has(nameOf(drift)))
  for (const { what, name, is, should } of drifted) log.warn("counter drift", { what, name, is, should })
  return drifted.length
}

async function looksAt(count: number, most: number) {
  const [oldest, newest] = await Promise.all([Post.oldest(), Post.latest(undefined, 1)])
  if (!oldest) return []
  const span = timeOf(newest[0]?.postId ?? oldest.postId) - timeOf(oldest.postId)
  // As many as are asked for also where chance names the very beginning: the rest are the newest.
  const at = timeOf(oldest.postId) + Math.ceil(Math.random() * span) + 1
  const older = await Post.latest(firstIdAt("post", at), count)
  const rest = older.length < count ? await Post.latest(undefined, count - older.length) : []
  const rows = [...new Map([...older, ...rest].map((row) => [row.postId, row])).values()]
  const authors = [...new Set(rows.map(({ userId }) => userId))]
  const comments = await Promise.all(rows.map(({ postId }) => firstComment(postId)))
  return [
    ...rows.map(
      ({ postId }) =>
        () =>
          ofPost(postId, most),
    ),
    ...authors.map((userId) => () => ofUser(userId, most)),
    ...comments.flatMap((row) => (row ? [() => ofComment(row.postId, row.commentId, most)] : [])),
  ]
}

const firstComment = async (postId: string) =>
  (await table().comment.query.byPost({ postId }).go({ limit: 1, count: 1 })).data[0]
