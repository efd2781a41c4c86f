import { batch, table } from "../table"

type Key = { shareId: string; hash: string }
const inChunk = 100

/** Removes the links to a post or album that is gone. Safe to be cut off and to be done again. */
export async function eraseOfTarget(targetId: string): Promise<void> {
  for (;;) {
    const { data } = await table().share.query.byTarget({ targetId }).go({ limit: inChunk, count: inChunk })
    await remove(data)
    if (data.length < inChunk) return
  }
}

/**
 * Removes links that a person made, for an account that goes.
 * @returns whether some may be left
 */
export async function eraseOfUser(userId: string): Promise<boolean> {
  const { data } = await table().sharePlace.query.byUser({ userId }).go({ limit: inChunk, count: inChunk })
  await remove(data)
  return data.length === inChunk
}

/** Rows first: a place is how what was cut off is found again. */
async function remove(links: readonly Key[]): Promise<void> {
  await batch(
    links.map(({ hash }) => ({ hash })),
    (left) => table().share.delete(left).go(),
  )
  await batch(
    links.map(({ shareId }) => ({ shareId })),
    (left) => table().sharePlace.delete(left).go(),
  )
}
