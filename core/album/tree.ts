import { AppError } from "../error"
import { Follow } from "../follow"
import { type Entities, type Refusals, table } from "../table"
import { maxDepth } from "./album.schema"
import { type AlbumRow, lineages } from "./lineage"

export type Tree = { userId: string; albums: number; change: number }

/** @returns how the albums of a person stand at the moment; whoever changes that has seen the last change */
export async function treeOf(userId: string): Promise<Tree> {
  const { data } = await table().albumTree.get({ userId }).go({ consistent: true })
  return data ?? { userId, albums: 0, change: 0 }
}

/** Writes that the albums of a person lie differently, if nothing about that has changed since it was looked at. */
export const treeChanged = (t: Entities, { userId, albums, change }: Tree, by: number) =>
  t.albumTree
    .put({ userId, albums: albums + by, change: change + 1 })
    .where((tree, { eq, notExists }) =>
      change === 0 ? `${notExists(tree.change)}` : `${eq(tree.change, change)}`,
    )
    .commit()

/** Changes how the albums of a person lie in one another, seen anew until nobody else did meanwhile. */
export const rearranged = (
  userId: string,
  once: (tree: Tree) => Promise<Refusals | undefined>,
): Promise<void> => Follow.untilSettled(async () => once(await treeOf(userId)))

type Hung = Pick<AlbumRow, "albumId" | "userId" | "parentId">

/** Where it lies; the outermost under their owner. */
const placeOfAlbum = ({ parentId, userId }: Hung) => parentId ?? userId

/** Puts an album in its place. */
export const hungIn = (t: Entities, row: Hung) =>
  t.albumChild.create({ parentId: placeOfAlbum(row), albumId: row.albumId, userId: row.userId }).commit()

/** Takes it from there. */
export const takenFrom = (t: Entities, row: Hung) =>
  t.albumChild.delete({ parentId: placeOfAlbum(row), albumId: row.albumId }).commit()

/** Puts an album in another place; those around it are still to count it. */
export function rehung(t: Entities, row: AlbumRow, parentId: string | undefined) {
  const { albumId, userId } = row
  const patch = t.album.patch({ albumId })
  return [
    (parentId === undefined ? patch.remove(["parentId"]) : patch.set({ parentId })).commit(),
    takenFrom(t, row),
    hungIn(t, { albumId, userId, ...(parentId ? { parentId } : {}) }),
  ]
}

/** An album counts how many lie in it. */
export const counted = (t: Entities, parentId: string | undefined, by: number) =>
  parentId === undefined ? [] : [t.album.patch({ albumId: parentId }).add({ albums: by }).commit()]

/**
 * How deep the album lies that another is to lie in, from 1; 0 for the outermost place.
 * @param moved must not be among those around it: an album does not lie in itself
 * @throws AppError `not_found` for an album of somebody else, `conflict`
 */
export async function depthOf(userId: string, parentId: string | undefined, moved?: string): Promise<number> {
  if (parentId === undefined) return 0
  const line = (await lineages([parentId])).get(parentId)
  if (!line || line[0].userId !== userId) throw new AppError("not_found")
  if (line.some(({ albumId }) => albumId === moved))
    throw new AppError("conflict", { reason: "album_in_itself" })
  return line.length
}

/** How many levels an album has, itself counted. It is only walked as deep as albums may lie. */
export async function heightOf(albumId: string): Promise<number> {
  let level = [albumId]
  let height = 0
  while (level.length > 0 && height <= maxDepth) {
    height++
    level = (await Promise.all(level.map(childIds))).flat()
  }
  return height
}

/** @returns the albums that lie directly in another, strongly consistent */
export async function childIds(parentId: string): Promise<string[]> {
  const { data } = await table()
    .albumChild.query.byParent({ parentId })
    .go({ pages: "all", consistent: true })
  return data.map(({ albumId }) => albumId)
}

export const tooDeep = () =>
  new AppError("conflict", { reason: "album_too_deep", params: { maximum: maxDepth } })
