import { type Actor, userIdOf } from "../actor"
import { batch, table } from "../table"
import { marked } from "../table/among"

/** @returns which of these posts the actor keeps; none for visitors */
export async function savedAmong(actor: Actor, postIds: readonly string[]): Promise<ReadonlySet<string>> {
  const userId = userIdOf(actor)
  if (userId === undefined) return new Set()
  return marked(postIds, {
    between: async (first, last, count) => {
      const saved = table().bookmark.query.byUser({ userId }).between({ postId: first }, { postId: last })
      return (await saved.go({ limit: count, count })).data
    },
    each: (ids) =>
      batch(
        ids.map((postId) => ({ userId, postId })),
        (left) => table().bookmark.get(left).go(),
      ),
  })
}
