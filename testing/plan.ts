import type { Adapter, Archive, Planned } from "../core/import/adapter"
import { type EntryRef, entriesOf, type ReadRange } from "../core/import/zip"
import { readEntry } from "../core/import/zip-entry"

/** What an adapter would do with the files of an archive, and the paths of what it read for that. */
export async function plannedOf(adapter: Adapter, files: readonly Buffer[]) {
  const ranges = files.map(
    (bytes): ReadRange =>
      async (start, end) =>
        bytes.subarray(start, end),
  )
  const entries: EntryRef[] = []
  for (const [number, range] of ranges.entries())
    entries.push(...(await entriesOf(range, files[number]?.length ?? 0, number)))
  const looked: string[] = []
  const read: Archive["read"] = (entry, most = 1_000_000) => {
    looked.push(entry.path)
    return readEntry(ranges[entry.file] as ReadRange, entry, most)
  }
  const archive = { entries, read, json: async (entry: EntryRef) => JSON.parse(String(await read(entry))) }
  const planned: Planned[] = []
  for await (const one of adapter.plan(archive)) planned.push(one)
  return { planned, looked }
}
