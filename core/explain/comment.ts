import { asVisitor, readerOf } from "../actor"
import { Comment } from "../comment"
import { Integrity } from "../integrity"
import { table } from "../table"
import { item } from "./items"
import { found, type Part } from "./part"
import { drifted } from "./post"

export async function comment(commentId: string, as?: string): Promise<Part | undefined> {
  const { data: place } = await table().commentPlace.get({ commentId }).go({ consistent: true })
  if (!place) return undefined
  const { postId, parentId } = place
  const [{ data: row }, edits, drifts] = await Promise.all([
    parentId
      ? table().reply.get({ parentId, commentId }).go({ consistent: true })
      : table().comment.get({ postId, commentId }).go({ consistent: true }),
    table().commentEdit.query.byComment({ commentId }).go({ order: "desc", limit: 20, count: 20 }),
    parentId ? [] : Integrity.ofComment(postId, commentId, 1000),
  ])
  if (!row) return undefined
  const readers = [
    ["a visitor", asVisitor({ kind: "system" })] as const,
    [`its author (${row.userId})`, readerOf(row.userId)] as const,
    ...(as ? [[as, readerOf(as)] as const] : []),
  ]
  const sight = readers.map(async ([who, actor]) => ({
    who,
    sees: await Comment.get(actor, { commentId }).then(
      () => true,
      () => false,
    ),
    why: `whoever sees ${postId}, but for a block between them`,
  }))
  return found({
    summary: `A ${parentId ? `reply to ${parentId}` : "comment"} of ${"guest" in row && row.guest ? `a guest, approved by ${row.userId},` : row.userId} under ${postId}.`,
    owner: row.userId,
    problems: drifts.map(drifted),
    items: [
      ...item(parentId ? "reply" : "comment", row),
      ...item("commentPlace", place),
      ...edits.data.flatMap((edit) => item("commentEdit", edit)),
    ],
    sight: await Promise.all(sight),
    events: [
      { at: row.createdAt, what: "was written" },
      ...edits.data.map(({ createdAt }) => ({ at: createdAt, what: "its text was replaced" })),
    ],
    related: [
      { what: "its post", id: postId },
      { what: "its author", id: row.userId },
    ],
    requests: row.requestId ? [row.requestId] : [],
  })
}
