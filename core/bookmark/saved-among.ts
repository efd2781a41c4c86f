import { type Actor, userIdOf } from "../actor"
import { batch, table } from "../table"
import { marked } from "../table/among"

const postIds = (rows: { postId: string }[]) => rows.map(({ postId }) => postId)

/** @returns which of these posts the actor keeps; none for visitors */
export async function savedAmong(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const userId = userIdOf(actor)
  if (userId === undefined) return new Set()
  return marked(ids, {
    between: async (first, last, count) => {
      const saved = table().bookmark.query.byUser({ userId }).between({ postId: first }, { postId: last })
      return postIds((await saved.go({ limit: count, count })).data)
    },
    each: async (some) => {
      const keys = some.map((postId) => ({ userId, postId }))
      return postIds(await batch(keys, (left) => table().bookmark.get(left).go()))
    },
  })
}
