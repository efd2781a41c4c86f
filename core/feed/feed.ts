import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { Post } from "../post"
import { latestShards } from "../post/post.entity"
import type { PostView } from "../post/post.schema"
import { table } from "../table"
import { listOf } from "../table/list"

/** The latest public posts of everybody, newest first. */
export const explore = operation(
  PageInput,
  async (actor, page): Promise<Page<PostView>> =>
    listOf<Post.PostRow, PostView>({
      list: "latest",
      page,
      read: latest,
      idOf: (row) => row.postId,
      show: (rows) => Post.views(actor, rows),
    }),
)

/** Reads all shards at once and merges them. */
async function latest(before: string | undefined, count: number): Promise<Post.PostRow[]> {
  const shards = await Promise.all(
    Array.from({ length: latestShards }, (_, shard) => {
      const list = table().post.query.latest({ latest: shard })
      const below = before ? list.lt({ postId: before }) : list
      return below.go({ order: "desc", limit: count })
    }),
  )
  return shards
    .flatMap(({ data }) => data)
    .sort((a, b) => (a.postId < b.postId ? 1 : -1))
    .slice(0, count)
}
