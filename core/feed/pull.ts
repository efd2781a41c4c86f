import { timeOf } from "../id"
import { Post } from "../post"
import { batch, table } from "../table"
import type { Large } from "./large"
import { expiryOf, feedRow, isPast, oldestKept, putRows } from "./rows"
import { withoutFollowed } from "./without-followed"

/** The newest posts that one opening of home takes from each source. */
const fromEach = 20
/** Sources that one opening of home asks; with more of them, others are asked the next minute. */
const sourcesAtOnce = 100
const mostSources = 1000

type Source = Large & { pulled?: string | undefined }
type Found = { postId: string; userId: string }

/**
 * Writes what is new of the large accounts and tags that a reader follows into the reader's own feed, so that paging has
 * one source. Costs one query and one batch when there is nothing new.
 * @returns whether something was new
 */
export async function pull(userId: string): Promise<boolean> {
  const sources = window(await sourcesOf(userId))
  const newest = await newestOf(sources)
  const fresh = sources.flatMap((source) => {
    const id = newest.get(keyOf(source))
    return id && id > (source.pulled ?? "") && !isPast(id) ? [{ source, id }] : []
  })
  await Promise.all(fresh.map(({ source, id }) => take(userId, source, id)))
  return fresh.length > 0
}

async function sourcesOf(userId: string): Promise<Source[]> {
  const list = table().largeFollow.query.byUser({ userId })
  return (await list.go({ limit: mostSources, count: mostSources })).data
}

function window(sources: Source[]): Source[] {
  if (sources.length <= sourcesAtOnce) return sources
  const start = (Math.floor(Date.now() / 60_000) * sourcesAtOnce) % sources.length
  return [...sources, ...sources].slice(start, start + sourcesAtOnce)
}

const keyOf = ({ kind, source }: Large) => `${kind}#${source}`

/** The newest post of each source, which may be gone or hidden by now. */
async function newestOf(sources: readonly Source[]): Promise<Map<string, string>> {
  const named = (wanted: Large["kind"]) => sources.filter(({ kind }) => kind === wanted)
  const [users, tags] = await Promise.all([
    batch(
      named("USER").map(({ source }) => ({ userId: source })),
      (left) => table().userCount.get(left).go(),
    ),
    batch(
      named("TAG").map(({ source }) => ({ tag: source })),
      (left) => table().tag.get(left).go(),
    ),
  ])
  const ids = [
    ...users.map(({ userId, newestPostId }) => [`USER#${userId}`, newestPostId] as const),
    ...tags.map(({ tag, newestPostId }) => [`TAG#${tag}`, newestPostId] as const),
  ]
  return new Map(ids.flatMap(([key, id]) => (id ? [[key, id] as const] : [])))
}

/** Rows first, then the note that they are there: cut off in between, they are written once more. */
async function take(userId: string, source: Source, newest: string) {
  const posts = await postsOf(userId, source)
  const tag = source.kind === "TAG" ? source.source : undefined
  await putRows(posts.map((post) => feedRow(userId, post, expiryOf(timeOf(post.postId)), tag)))
  await table()
    .largeFollow.patch({ userId, kind: source.kind, source: source.source })
    .set({ pulled: newest })
    .go()
}

async function postsOf(userId: string, { kind, source, pulled }: Source): Promise<Found[]> {
  const above = [pulled ?? "", oldestKept()].sort().at(-1) ?? ""
  if (kind === "USER") {
    const rows = await Post.newestOf(source, fromEach, { above })
    return rows.filter(({ audience }) => audience !== "private")
  }
  const list = table().tagRow.query.byTag({ tag: source }).gt({ postId: above })
  const { data } = await list.go({ order: "desc", limit: fromEach, count: fromEach })
  return withoutFollowed(userId, data)
}
