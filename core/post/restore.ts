import { idAt } from "../id-at"
import { table } from "../table"

type Earlier = { caption: string; until: string }

/**
 * Gives a post the captions that it had before, and when it was last changed: for whoever brings it in from an archive.
 * Twice is once.
 */
export async function restoreHistory(
  postId: string,
  editedAt: string,
  earlier: readonly Earlier[],
): Promise<void> {
  for (const [at, { caption, until }] of earlier.entries()) {
    const editId = idAt("postEdit", Date.parse(until), postId, String(at))
    await table().postEdit.put({ postId, editId, caption, createdAt: until }).go()
  }
  await table().post.patch({ postId }).set({ editedAt }).go()
}
