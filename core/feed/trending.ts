import type { EntityItem } from "electrodb"
import { timeOf } from "../id"
import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { Post } from "../post"
import type { PostView } from "../post/post.schema"
import { table } from "../table"
import { listOf } from "../table/list"
import { epoch } from "../time"
import type { TrendEntity } from "./feed.entity"

type TrendRow = EntityItem<typeof TrendEntity>

/** The public posts that people like now. What is liked while it is paged through may appear twice. */
export const trending = operation(
  PageInput,
  async (actor, page): Promise<Page<PostView>> =>
    listOf<TrendRow, PostView>({
      list: "trending",
      page,
      read: async (before, count) => {
        const all = table().trend.query.byScore({})
        const [score = "", postId = ""] = before?.split("#") ?? []
        const below = before ? all.lt({ score, postId }) : all
        return (await below.go({ order: "desc", limit: count, count })).data
      },
      idOf: ({ score, postId }) => `${score}#${postId}`,
      show: async (rows) => {
        const kept = rows.filter(({ expires }) => expires > epoch()).map(({ postId }) => postId)
        return Post.feedViews(actor, await Post.byIds(kept))
      },
    }),
)

/**
 * Orders what is liked: ten times as many likes weigh as much as half a day, so that a score never has to be written
 * again for age alone. Reddit's "hot" (reddit/r2/r2/lib/db/_sorts.pyx, published 2008) without the votes against.
 * @param points likes, and comments twice
 * @param postId tells when it was posted
 */
export const scoreOf = (points: number, postId: string): number =>
  Math.log10(points) + timeOf(postId) / 1000 / 45_000
