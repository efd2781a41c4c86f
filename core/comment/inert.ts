import { AppError } from "../error"
import { Mention } from "../mention"
import { table, unlessRefused } from "../table"
import { rowOf } from "./view"

const looks = 5
const inChunk = 100

/**
 * Makes handles in a comment, and in what it said before, mere text, because their person is gone. Readers are shown
 * the same words.
 */
export async function makeInert(commentId: string, handles: readonly string[]): Promise<void> {
  await makeTextInert(commentId, handles)
  // After it: what is edited from now on leaves an inert text behind.
  await makeHistoryInert(commentId, handles)
}

async function makeTextInert(commentId: string, handles: readonly string[]): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const row = await rowOf(commentId)
    if (!row || !Mention.stillIn(row.text, handles)) return
    const text = Mention.inert(row.text, handles)
    const { comment, reply } = table()
    const written =
      "parentId" in row
        ? reply
            .patch({ parentId: row.parentId, commentId })
            .set({ text })
            .where((now, { eq }) => eq(now.text, row.text))
            .go()
        : comment
            .patch({ postId: row.postId, commentId })
            .set({ text })
            .where((now, { eq }) => eq(now.text, row.text))
            .go()
    if (await unlessRefused<unknown>(written)) return
  }
  throw new AppError("unavailable", { retryAfter: 1 })
}

async function makeHistoryInert(commentId: string, handles: readonly string[]): Promise<void> {
  let cursor: string | null = null
  do {
    const page: { data: { editId: string; text: string }[]; cursor: string | null } = await table()
      .commentEdit.query.byComment({ commentId })
      .go({ limit: inChunk, cursor, consistent: true })
    for (const { editId, text } of page.data) {
      if (!Mention.stillIn(text, handles)) continue
      const written = table()
        .commentEdit.patch({ commentId, editId })
        .set({ text: Mention.inert(text, handles) })
      await unlessRefused<unknown>(written.go())
    }
    cursor = page.cursor
  } while (cursor)
}
