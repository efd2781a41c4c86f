import { config } from "../config"
import { Storage } from "../storage"
import { batch, table } from "../table"

type Place = { userId: string; exportId: string }

/** Removes the files of an archive whose row is gone, and what was being written of it. */
export const eraseExport = ({ userId, exportId }: Place): Promise<void> =>
  eraseUnder(Storage.exportPrefix(userId, exportId))

async function eraseUnder(prefix: string): Promise<void> {
  await Storage.abortAll(config.originalsBucket, prefix)
  await Storage.removeAll(config.originalsBucket, prefix)
}

/**
 * Removes the archives of a person who leaves, and what they carried. Bounded: some at a time. At last also what was
 * written by somebody who was cut off when the row was gone already.
 * @returns whether more is left
 */
export async function eraseOf(userId: string): Promise<{ more: boolean }> {
  const [{ data: rows }, { data: carried }] = await Promise.all([
    table().export.query.byUser({ userId }).go({ limit: 25, count: 25 }),
    table().carried.query.byUser({ userId }).go({ limit: 100, count: 100 }),
  ])
  // The rows first: whoever works on one finds that it is gone and stops.
  await batch(
    rows.map(({ exportId }) => ({ userId, exportId })),
    (left) => table().export.delete(left).go(),
  )
  for (const row of rows) await eraseExport(row)
  await batch(
    carried.map(({ kind, hash }) => ({ userId, kind, hash })),
    (left) => table().carried.delete(left).go(),
  )
  const more = rows.length === 25 || carried.length === 100
  if (!more) await eraseUnder(Storage.exportPrefix(userId))
  return { more }
}
