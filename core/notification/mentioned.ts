import { batch, table } from "../table"
import { epoch } from "../time"

/** How many people one text can call. */
const most = 10

/** @returns the ids of the people whom a text names, the first ones; handles that nobody has are left out */
export async function mentioned(handles: readonly string[]): Promise<string[]> {
  const keys = handles.slice(0, most).map((handle) => ({ handle }))
  const rows = await batch(keys, (left) => table().handle.get(left).go())
  const held = rows.filter(({ expires }) => expires === undefined || expires > epoch())
  return [...new Set(held.flatMap(({ userId }) => userId ?? []))]
}
