import { config } from "../config"
import { Storage } from "../storage"
import { batch, table, unlessRefused } from "../table"
import { now } from "../time"
import type { ImportRow } from "./import"

type Owned = Pick<ImportRow, "userId" | "importId">

/** Removes the archive of an import and its plan, also what has not arrived as a whole. */
export async function eraseArchive({ userId, importId }: Owned): Promise<void> {
  const prefix = Storage.importPrefix(userId, importId)
  await Storage.abortAll(config.originalsBucket, prefix)
  await Storage.removeAll(config.originalsBucket, prefix)
}

const inStep = 100

/**
 * Removes a piece of what a person's imports left: archives, ledgers, the imports themselves. Safe to repeat, and to be
 * cut off anywhere.
 * @returns whether more is left
 */
export async function eraseOf(userId: string): Promise<{ more: boolean }> {
  const { data } = await table().import.query.byUser({ userId }).go({ limit: 1, count: 1, consistent: true })
  const [row] = data
  if (!row) return { more: false }
  const { importId } = row
  // First: whoever works on it finds that it has ended, and stops.
  const stopped = table().import.patch({ userId, importId })
  await unlessRefused(stopped.set({ state: "cancelled", queue: "", at: now() }).remove(["leaseBy"]).go())
  await eraseArchive(row)
  const lines = await table().importEntry.query.byImport({ importId }).go({ limit: inStep, count: inStep })
  const keys = lines.data.map(({ entryId }) => ({ importId, entryId }))
  await batch(keys, (left) => table().importEntry.delete(left).go())
  if (keys.length < inStep) await table().import.delete({ userId, importId }).go()
  return { more: true }
}
