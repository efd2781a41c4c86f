import type { EntityItem } from "electrodb"
import { AppError } from "../error"
import { batch, table, transact, unlessRefused } from "../table"
import { now } from "../time"
import type { BlockedEntity } from "./blocklist.entity"
import { alike, bandsOf, distance, isTelling } from "./likeness"

export { isTelling } from "./likeness"

export type BlockedRow = EntityItem<typeof BlockedEntity>
type Source = { why: string; by: string }

/** Blocks a very file by its SHA-256, and with `dhash` every picture that looks like it. Twice is once. */
export async function add(
  { sha256, dhash }: { sha256?: string; dhash?: string | undefined },
  source: Source,
): Promise<void> {
  const at = now()
  if (sha256) await note({ hash: `sha256:${sha256}`, ...source, at })
  // What looks like half of everything would block that.
  if (dhash && isTelling(dhash)) await note({ hash: `dhash:${dhash}`, ...source, at })
}

/** How often it is looked at anew because others block the same, or take that back, in the same moment. */
const looks = 8

/** Writes an entry, with its looks; of one that is there already, where else it came from. */
async function note(entry: Omit<BlockedRow, "also">): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const codes = await transact((t) => [
      t.blocked.create(entry).commit(),
      ...bandsIn(entry.hash).map((band) => t.blockedBand.put(band).commit()),
    ])
    if (!codes) return
    const row = await get(entry.hash)
    const known = row ? sourcesOf(row) : []
    if (known.includes(entry.why) || (row && (await changed(row, [...known, entry.why])))) return
  }
  throw new AppError("conflict")
}

/** Takes back one of the reasons why something is blocked: with the last of them, it is off the list. */
export async function takeBack(hash: string, why: string): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const row = await get(hash)
    if (!row || !sourcesOf(row).includes(why)) return
    const left = sourcesOf(row).filter((source) => source !== why)
    if (left.length > 0 ? await changed(row, left) : await taken(row)) return
  }
  throw new AppError("conflict")
}

const sourcesOf = ({ why, also = [] }: BlockedRow) => [why, ...also]

/** Writes where something that is blocked came from, if that is as it was read. */
async function changed(row: BlockedRow, [first = "", ...others]: string[]): Promise<boolean> {
  const change = table()
    .blocked.patch({ hash: row.hash })
    .set({ why: first, also: others })
    .where(
      ({ why, also }, { eq, notExists }) =>
        `${eq(why, row.why)} AND ${row.also ? eq(also, row.also) : notExists(also)}`,
    )
  return (await unlessRefused(change.go())) !== undefined
}

/** Takes what is blocked off the list, with its looks, if it is as it was read. @returns whether it was */
async function taken(row: BlockedRow): Promise<boolean> {
  const codes = await transact((t) => [
    t.blocked
      .delete({ hash: row.hash })
      .where(
        ({ why, also }, { eq, notExists }) =>
          `${eq(why, row.why)} AND ${row.also ? eq(also, row.also) : notExists(also)}`,
      )
      .commit(),
    ...bandsIn(row.hash).map((band) => t.blockedBand.delete(band).commit()),
  ])
  return codes === undefined
}

/** The parts of how a picture looks, of an entry about that. */
function bandsIn(hash: string) {
  const [kind, dhash = ""] = hash.split(":")
  return kind === "dhash" ? bandsOf(dhash).map((band) => ({ ...band, dhash })) : []
}

/** Takes a hash off the list, `sha256:…` or `dhash:…`, whatever it came from. @returns whether it was there */
export async function remove(hash: string): Promise<boolean> {
  for (let look = 0; look < looks; look++) {
    const row = await get(hash)
    if (!row) return false
    if (await taken(row)) return true
  }
  throw new AppError("conflict")
}

export const get = async (hash: string): Promise<BlockedRow | undefined> =>
  (await table().blocked.get({ hash }).go({ consistent: true })).data ?? undefined

/** Whether a very file is blocked. */
export async function isBlocked(sha256: string): Promise<boolean> {
  return (
    (
      await table()
        .blocked.get({ hash: `sha256:${sha256}` })
        .go()
    ).data !== null
  )
}

/** Which of some files are blocked, by their SHA-256, in one read. */
export async function blockedAmong(files: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = [...new Set(files)].map((sha256) => ({ hash: `sha256:${sha256}` }))
  const found = await batch(keys, (left) => table().blocked.get(left).go())
  return new Set(found.map(({ hash }) => hash.slice("sha256:".length)))
}

/** So many blocked pictures that share a part are compared: with more of them, the list is too long for this. */
const compared = 500

/** What blocks a picture: its very bytes, or what it looks like. @returns the entry, undefined when nothing does */
export async function match({
  sha256,
  dhash,
}: {
  sha256: string
  dhash: string
}): Promise<string | undefined> {
  if (await isBlocked(sha256)) return `sha256:${sha256}`
  if (!isTelling(dhash)) return undefined
  const found = await Promise.all(
    bandsOf(dhash).map(async (band) => {
      const { data } = await table().blockedBand.query.byBand(band).go({ limit: compared, count: compared })
      return data
    }),
  )
  const like = found.flat().find((other) => distance(other.dhash, dhash) <= alike)
  return like && `dhash:${like.dhash}`
}

/** The last so many that were blocked. */
export const last = async (count: number): Promise<BlockedRow[]> =>
  (await table().blocked.query.all({}).go({ order: "desc", limit: count, count })).data
