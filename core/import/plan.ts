import { config } from "../config"
import { Storage } from "../storage"
import type { Adapter, Planned } from "./adapter"
import { adapters } from "./adapters"
import { openArchive } from "./archive"
import { ArchiveFault } from "./fault"
import type { ImportRow } from "./import"

/** So many items lie together, in one object. */
export const inPiece = 100

type Owned = Pick<ImportRow, "userId" | "importId">

/**
 * Looks what is in an archive and writes down what is to be done. Done again, it writes the same over it.
 * @param step is waited for before each thing that takes a while
 * @throws ArchiveFault when nothing can be done with it
 */
export async function makePlan(row: ImportRow, step: () => Promise<void>) {
  const archive = await openArchive(row, step)
  const adapter = adapters.find((candidate) => candidate.recognises(archive.entries))
  if (!adapter) throw new ArchiveFault("unknown_kind")
  if (row.kind && row.kind !== adapter.kind) throw new ArchiveFault("wrong_kind")
  let [items, total, piece]: [number, number, Planned[]] = [0, 0, []]
  const put = async () => {
    await step()
    await write(row, Math.floor((items - 1) / inPiece), piece)
    piece = []
  }
  for await (const planned of adapter.plan(archive)) {
    piece.push(planned)
    items += 1
    total += linesOf(planned)
    if (piece.length === inPiece) await put()
  }
  if (piece.length > 0) await put()
  if (items === 0) throw new ArchiveFault("nothing_in_it")
  return { kind: adapter.kind, items, total }
}

/** How many lines of the ledger an item comes to. */
export const linesOf = (planned: Planned) =>
  planned.kind === "post" ? Math.max(1, planned.photos.length) : 1

const keyOf = ({ userId, importId }: Owned, number: number) =>
  Storage.importKey({ userId, importId, part: "plan", number })

const write = (row: Owned, number: number, piece: Planned[]) =>
  Storage.put(
    config.originalsBucket,
    keyOf(row, number),
    Buffer.from(JSON.stringify(piece)),
    "application/json",
  )

/** Reads items of a plan, a piece at a time, and keeps the last pieces. */
export function planOf(row: Owned) {
  const pieces = new Map<number, Promise<Planned[]>>()
  const piece = (number: number) => {
    const known = pieces.get(number)
    if (known) return known
    const read = Storage.read(config.originalsBucket, keyOf(row, number))
      .then((bytes) => JSON.parse(bytes.toString()) as Planned[])
      .catch((error) => {
        throw Storage.isMissing(error) ? new ArchiveFault("archive_gone") : error
      })
    pieces.set(number, read)
    const [oldest] = pieces.keys()
    if (pieces.size > 4 && oldest !== undefined) pieces.delete(oldest)
    return read
  }
  return async (item: number): Promise<Planned> => {
    const planned = (await piece(Math.floor(item / inPiece)))[item % inPiece]
    if (!planned) throw new ArchiveFault("archive_gone")
    return planned
  }
}

export const adapterOf = (row: ImportRow): Adapter => {
  const adapter = adapters.find(({ kind }) => kind === row.kind)
  if (!adapter) throw new Error(`No adapter for ${row.kind}`)
  return adapter
}
