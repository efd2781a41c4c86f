import { batch, table } from "../table"
import type { NotificationRow } from "./tell"

/** How much of a comment is shown, in characters as people count them. */
const length = 140

/**
 * How the comments that some notifications are about begin, as they read now.
 * @returns by comment id; those that are gone are left out
 */
export async function excerpts(rows: readonly NotificationRow[]): Promise<ReadonlyMap<string, string>> {
  const comments = new Map<string, { postId: string; commentId: string }>()
  const replies = new Map<string, { parentId: string; commentId: string }>()
  for (const { postId, commentId, parentId } of rows) {
    if (!postId || !commentId) continue
    if (parentId) replies.set(commentId, { parentId, commentId })
    else comments.set(commentId, { postId, commentId })
  }
  const found = await Promise.all([
    batch([...comments.values()], (left) => table().comment.get(left).go()),
    batch([...replies.values()], (left) => table().reply.get(left).go()),
  ])
  return new Map(
    found
      .flat()
      .filter(({ moderation }) => !moderation)
      .map(({ commentId, text }) => [commentId, excerpt(text)]),
  )
}

/** The beginning of a text on one line, cut between characters. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim()
  const characters = [...new Intl.Segmenter().segment(line)]
  if (characters.length <= length) return line
  const cut = characters.slice(0, length - 1).map(({ segment }) => segment)
  return `${cut.join("").trimEnd()}…`
}
