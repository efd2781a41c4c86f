import { batch, table } from "../table"
import { epoch } from "../time"

/** How many people one text can call. */
export const mostTold = 10

/** @returns the ids of the people who have these handles, in order; handles that nobody has are left out */
export async function mentioned(handles: readonly string[]): Promise<string[]> {
  const keys = handles.map((handle) => ({ handle }))
  const rows = await batch(keys, (left) => table().handle.get(left).go())
  const held = rows.filter(({ expires }) => expires === undefined || expires > epoch())
  return [...new Set(held.flatMap(({ userId }) => userId ?? []))]
}
