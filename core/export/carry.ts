import { table } from "../table"
import { hashOf } from "./canonical"
import type { ListName } from "./manifest.schema"

type Entry = Record<string, unknown>

/**
 * Keeps entries of an archive that are not done again, for the next archive. Twice is once.
 * @param own the posts that they are about, by what the archive calls them
 */
export async function carry(
  userId: string,
  kind: ListName,
  entries: readonly Entry[],
  own: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = entries.map(({ on, ...entry }) => {
    const postId = typeof on === "string" ? own.get(on) : undefined
    const kept = postId || on === undefined ? entry : { ...entry, on }
    return { userId, kind, hash: hashOf([kept, postId]), entry: kept, ...(postId ? { postId } : {}) }
  })
  const unique = [...new Map(rows.map((row) => [row.hash, row])).values()]
  await Promise.all(unique.map((row) => table().carried.put(row).go()))
}
