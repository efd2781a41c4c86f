import { asVisitor } from "../actor"
import { firstIdAt } from "../id"
import { operation } from "../operation"
import { Photo } from "../photo"
import { Post } from "../post"
import { days } from "../time"
import { DayInput, NoInput, type SitemapDay, type SitemapPage } from "./sitemap.schema"

/** How many days a sitemap goes back where something is posted every day. Older posts are found through profiles. */
const most = 60
/** How many of the newest posts tell on which days something was posted. */
const looked = 100
/** Of a day's posts, how many of each shard of the latest list are named. */
const perShard = 250

const dayMs = days(1) * 1000
const dayOf = (at: string) => at.slice(0, 10)
const dayAt = (ms: number) => dayOf(new Date(ms).toISOString())

/**
 * The days whose posts search engines are told of, newest first. It reads a fixed number of posts: where those cover
 * fewer days than are listed, so much is posted that earlier days are taken to have posts too.
 */
export const index = operation(NoInput, async (): Promise<SitemapDay[]> => {
  const posts = await Post.latest(undefined, looked)
  const found = new Map<string, SitemapDay>()
  for (const { createdAt } of posts) {
    const day = dayOf(createdAt)
    if (!found.has(day)) found.set(day, { day, changedAt: createdAt })
  }
  const oldest = posts.at(-1)
  for (let ago = 1; oldest && posts.length === looked && found.size < most; ago++) {
    const day = dayAt(Date.parse(dayOf(oldest.createdAt)) - ago * dayMs)
    found.set(day, { day })
  }
  return [...found.values()].slice(0, most)
})

/**
 * The public posts of a day and whoever posted them, without people who ask search engines to leave them out. At most
 * a thousand posts: one query a shard, and the authors.
 */
export const day = operation(DayInput, async (actor, { day }): Promise<SitemapPage> => {
  const from = Date.parse(day)
  const rows = await Post.latestBetween(firstIdAt("post", from), firstIdAt("post", from + dayMs), perShard)
  const listed = (await Post.seen(asVisitor(actor), rows)).filter(({ author }) => !author.unlisted)
  return {
    posts: listed.map(({ row }) => ({
      id: row.postId,
      changedAt: row.editedAt ?? row.createdAt,
      images: row.contentWarning ? [] : row.photos.flatMap(imageOf),
    })),
    people: [...new Set(listed.map(({ author }) => author.handle))],
  }
})

/** The largest picture that every reader can show. A photo that the CDN does not have yet comes with a later visit. */
function imageOf(photo: Post.PostRow["photos"][number]): string[] {
  const jpeg = photo.public
    ? Photo.pictureView(photo).variants.findLast(({ type }) => type === "image/jpeg")
    : undefined
  return jpeg ? [jpeg.url] : []
}
