import { Post } from "../post"
import { type Entities, table } from "../table"
import type { PostBefore } from "./effects-on-post"
import type { DecisionRow } from "./rows"

/** So many decisions about a post are looked at. */
const looked = 50

/**
 * Decisions about one post stand on one another: each notes when the post changed last before it, and when by it. One
 * that is taken back from below leaves what stands above on what it stood on itself, so that in whatever order all are
 * taken back, the post is as it was.
 * @returns when the post changed last once it is taken back, and the writes about what stands above; they are refused
 * when one of that is taken back in this moment
 */
export async function takenFrom(
  { targetId, decisionId, before }: DecisionRow,
  post: Post.PostRow,
): Promise<{ updatedAt: string; above: (t: Entities) => ReturnType<typeof noted>[] }> {
  const own = before as PostBefore | undefined
  const updatedAt = post.updatedAt === own?.madeAt ? own.updatedAt : Post.changeOf(post)
  if (!own || updatedAt === own.updatedAt) return { updatedAt, above: () => [] }
  const { data } = await table()
    .decision.query.byTarget({ targetId })
    .go({ order: "desc", limit: looked, count: looked })
  const moved = data.flatMap((row) => {
    const theirs = row.before as PostBefore | undefined
    if (row.decisionId === decisionId || row.state !== "standing" || !theirs) return []
    const onThis = theirs.updatedAt === own.madeAt
    const isLast = theirs.madeAt === post.updatedAt
    if (!onThis && !isLast) return []
    const moves = {
      ...(onThis ? { updatedAt: own.updatedAt } : {}),
      ...(isLast ? { madeAt: updatedAt } : {}),
    }
    return [{ row, before: { ...theirs, ...moves } }]
  })
  return { updatedAt, above: (t) => moved.map(({ row, before }) => noted(t, row, before)) }
}

const noted = (t: Entities, { decisionId }: DecisionRow, before: PostBefore) =>
  t.decision
    .patch({ decisionId })
    .set({ before })
    .where(({ state }, { eq }) => eq(state, "standing"))
    .commit()
