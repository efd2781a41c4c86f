import type { EntityItem } from "electrodb"
import { AppError } from "../error"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { batch, table } from "../table"
import { listOf } from "../table/list"
import type { PostEditEntity } from "./post.entity"
import { type EarlierCaption, HistoryInput } from "./post.schema"
import { postRow } from "./publish"
import { seen } from "./sight"

type PostEdit = EntityItem<typeof PostEditEntity>

/** The captions that a post had before, newest first, for whoever sees the post. @throws AppError `not_found` */
export const history = operation(
  HistoryInput,
  async (actor, { postId, ...page }): Promise<Page<EarlierCaption>> => {
    const row = await postRow(postId)
    if (!row || (await seen(actor, [row])).length === 0) throw new AppError("not_found")
    return listOf<PostEdit, EarlierCaption>({
      list: `history-of-${postId}`,
      page,
      read: (before, count) => edits(postId, before, count),
      idOf: ({ editId }) => editId,
      show: async (rows) =>
        rows.map(({ editId, caption, createdAt }) => ({ id: editId, caption, until: createdAt })),
    })
  },
)

async function edits(postId: string, before: string | undefined, count: number): Promise<PostEdit[]> {
  const list = table().postEdit.query.byPost({ postId })
  const below = before ? list.lt({ editId: before }) : list
  return (await below.go({ order: "desc", limit: count, count })).data
}

/** Removes the history of a post that is gone. */
export async function eraseHistory(postId: string): Promise<void> {
  for (;;) {
    const rows = await edits(postId, undefined, 100)
    await batch(
      rows.map(({ editId }) => ({ postId, editId })),
      (left) => table().postEdit.delete(left).go(),
    )
    if (rows.length < 100) return
  }
}
