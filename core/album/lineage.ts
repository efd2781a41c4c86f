import type { EntityItem } from "electrodb"
import { batch, table } from "../table"
import { strongest } from "./album.access"
import type { AlbumEntity } from "./album.entity"
import { type AlbumStanding, maxDepth } from "./album.schema"

export type AlbumRow = EntityItem<typeof AlbumEntity>

/** An album and those that it lies in, itself first. */
export type Lineage = [AlbumRow, ...AlbumRow[]]

/** @returns the rows of albums by id, strongly consistent; those that are gone are left out */
export async function albumRows(albumIds: readonly string[]): Promise<Map<string, AlbumRow>> {
  const keys = [...new Set(albumIds)].map((albumId) => ({ albumId }))
  const rows = await batch(keys, (left) => table().album.get(left).go({ consistent: true }))
  return new Map(rows.map((row) => [row.albumId, row]))
}

/** @returns the lineages of some albums by id; one read for each depth. Albums that are gone are left out */
export async function lineages(albumIds: readonly string[]): Promise<Map<string, Lineage>> {
  const known = new Map<string, AlbumRow>()
  let wanted = [...new Set(albumIds)]
  for (let depth = 0; depth < maxDepth && wanted.length > 0; depth++) {
    const found = await albumRows(wanted)
    for (const [id, row] of found) known.set(id, row)
    const above = [...found.values()].flatMap(({ parentId }) => parentId ?? [])
    wanted = [...new Set(above)].filter((id) => !known.has(id))
  }
  return new Map(
    [...new Set(albumIds)].flatMap((id) => {
      const row = known.get(id)
      return row ? [[id, lineOf(row, known)] as const] : []
    }),
  )
}

function lineOf(row: AlbumRow, known: ReadonlyMap<string, AlbumRow>): Lineage {
  const line: Lineage = [row]
  for (let at = row; at.parentId && line.length < maxDepth; ) {
    const parent = known.get(at.parentId)
    if (!parent) break
    line.push(parent)
    at = parent
  }
  return line
}

/**
 * What a person may do in some albums: the strongest of what they may do there and in the albums around.
 * @returns the role in an album of the lineages, by its id, and of which albums they are a member themselves
 */
export async function rolesAmong(userId: string, lines: readonly Lineage[]) {
  const all = new Map(lines.flat().map((row) => [row.albumId, row]))
  const others = [...all.values()].filter((row) => row.userId !== userId)
  const keys = others.map(({ albumId }) => ({ albumId, userId }))
  const rows = await batch(keys, (left) => table().albumMember.get(left).go({ consistent: true }))
  const direct = new Map<string, AlbumStanding>(rows.map(({ albumId, role }) => [albumId, role]))
  for (const row of all.values()) if (row.userId === userId) direct.set(row.albumId, "owner")
  const byId = new Map(lines.map((line) => [line[0].albumId, line]))
  const roleIn = (albumId: string): AlbumStanding | undefined =>
    strongest((byId.get(albumId) ?? []).flatMap((row) => direct.get(row.albumId) ?? []))
  return { roleIn, memberOf: new Set(rows.map(({ albumId }) => albumId)) }
}
