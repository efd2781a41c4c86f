import type { EntityItem } from "electrodb"
import { AppError } from "../error"
import { Mention } from "../mention"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { batch, table, unlessRefused } from "../table"
import { listOf } from "../table/list"
import type { PostEditEntity } from "./post.entity"
import { type EarlierCaption, HistoryInput } from "./post.schema"
import { postRow } from "./publish"
import { seen } from "./sight"

type PostEdit = EntityItem<typeof PostEditEntity>

const inChunk = 100

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

async function edits(postId: string, before: string | undefined, count: number, consistent = false) {
  const list = table().postEdit.query.byPost({ postId })
  const below = before ? list.lt({ editId: before }) : list
  return (await below.go({ order: "desc", limit: count, count, consistent })).data
}

/** Makes handles in the earlier captions of a post mere text. */
export async function makeHistoryInert(postId: string, handles: readonly string[]): Promise<void> {
  let below: string | undefined
  do {
    const rows = await edits(postId, below, inChunk, true)
    for (const { editId, caption } of rows) {
      if (!Mention.stillIn(caption, handles)) continue
      const written = table()
        .postEdit.patch({ postId, editId })
        .set({ caption: Mention.inert(caption, handles) })
      await unlessRefused(written.go())
    }
    below = rows.length === inChunk ? rows.at(-1)?.editId : undefined
  } while (below)
}

/** Removes the history of a post that is gone. */
export async function eraseHistory(postId: string): Promise<void> {
  for (;;) {
    const rows = await edits(postId, undefined, inChunk)
    await batch(
      rows.map(({ editId }) => ({ postId, editId })),
      (left) => table().postEdit.delete(left).go(),
    )
    if (rows.length < inChunk) return
  }
}
