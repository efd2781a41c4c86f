import { AppError } from "../error"
import { Mention } from "../mention"
import { table, unlessRefused } from "../table"
import { makeHistoryInert } from "./history"
import { postRow } from "./publish"

const looks = 5

/**
 * Makes handles in a caption, and in those before it, mere text, because their person is gone. Readers are shown the
 * same words.
 */
export async function makeInert(postId: string, handles: readonly string[]): Promise<void> {
  await makeCaptionInert(postId, handles)
  // After it: what is edited from now on leaves an inert caption behind.
  await makeHistoryInert(postId, handles)
}

async function makeCaptionInert(postId: string, handles: readonly string[]): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const row = await postRow(postId)
    if (!row || !Mention.stillIn(row.caption, handles)) return
    const written = table()
      .post.patch({ postId })
      .set({ caption: Mention.inert(row.caption, handles) })
      .where((post, { eq }) => eq(post.caption, row.caption))
    if (await unlessRefused(written.go())) return
  }
  throw new AppError("unavailable", { retryAfter: 1 })
}
