import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { Post } from "../post"
import type { PostView } from "../post/post.schema"
import { listOf } from "../table/list"

export { eraseBy, takeFromTags } from "./erase"
export { fanOut } from "./fan-out"
export { began, ended, tagBegan, tagEnded } from "./follows"
export { home, homeTop } from "./home"
export { resize } from "./large"
export { onThisDay } from "./on-this-day"
export { rebuild } from "./rebuild"
export { rate } from "./trend"
export { trending } from "./trending"

/** The latest public posts of everybody, newest first. */
export const explore = operation(
  PageInput,
  async (actor, page): Promise<Page<PostView>> =>
    listOf<Post.PostRow, PostView>({
      list: "latest",
      page,
      read: Post.latest,
      idOf: (row) => row.postId,
      show: (rows) => Post.feedViews(actor, rows),
    }),
)
