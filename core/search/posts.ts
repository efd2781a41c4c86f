import type { Actor } from "../actor"
import type { Page } from "../page.schema"
import { Post } from "../post"
import type { PostView } from "../post/post.schema"
import { table } from "../table"
import { pageOfWalk, type Slice } from "./page"
import { matches, type Query, queryTerms } from "./query"
import type { Read } from "./walk"

/** Public posts that have all the words, newest first. */
export async function findPosts(actor: Actor, query: Query, slice: Slice): Promise<Page<PostView>> {
  const terms = queryTerms(query)
  return pageOfWalk(`search ${terms.join(" ")}`, terms, slice, readPosts, async (ids) => {
    const rows = await Post.byIds(ids)
    return Post.feedViews(
      actor,
      rows.filter((row) => matches(row, query)),
    )
  })
}

const readPosts: Read = async (term, below, count) => {
  // Both ends of `between` belong to it; people of the same name lie below the first post.
  const list = table().searchPost.query.byTerm({ term }).between({ postId: "pst_" }, { postId: below })
  const { data } = await list.go({ order: "desc", limit: count + 1, count: count + 1 })
  return data
    .map(({ postId }) => postId)
    .filter((id) => id !== below)
    .slice(0, count)
}
