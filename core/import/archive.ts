import { config } from "../config"
import { Storage } from "../storage"
import type { Archive } from "./adapter"
import { ArchiveFault, EntryFault } from "./fault"
import type { ImportRow } from "./import"
import { type EntryRef, entriesOf, type ReadRange } from "./zip"
import { readEntry } from "./zip-entry"

/** The most that a text of an archive may have: years of posts come to a tenth of it. */
const mostText = 64 * 1024 * 1024

type Owned = Pick<ImportRow, "userId" | "importId" | "files">

/** Reads files of an archive where they lie in storage. @throws ArchiveFault when one is gone */
export const rangesOf = ({ userId, importId, files }: Owned) =>
  files.map(({ byteLength }, number): ReadRange => {
    const key = Storage.importKey({ userId, importId, part: "file", number })
    return (start, end) =>
      Storage.readRange(config.originalsBucket, key, start, Math.min(end, byteLength)).catch((error) => {
        throw Storage.isMissing(error) ? new ArchiveFault("archive_gone") : error
      })
  })

/** An archive of which things are read that are known already. */
export function readerOf(owned: Owned, ranges = rangesOf(owned)): Pick<Archive, "read" | "json"> {
  const read = (entry: EntryRef, most = mostText) => {
    const range = ranges[entry.file]
    if (!range) throw new EntryFault("missing")
    return readEntry(range, entry, most)
  }
  return { read, json: async (entry) => parse(await read(entry)) }
}

/** An archive with its whole directory. @param step is waited for before each read @throws ArchiveFault */
export async function openArchive(owned: Owned, step: () => Promise<void>): Promise<Archive> {
  const entries: EntryRef[] = []
  const ranges = rangesOf(owned).map(
    (range): ReadRange =>
      async (start, end) => {
        await step()
        return range(start, end)
      },
  )
  for (const [number, range] of ranges.entries()) {
    const found = await entriesOf(range, owned.files[number]?.byteLength ?? 0, number)
    for (const entry of found) entries.push(entry)
  }
  return { entries, ...readerOf(owned, ranges) }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    throw new EntryFault("unreadable")
  }
}
