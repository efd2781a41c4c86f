import type { z } from "zod"
import { requireUser } from "../actor"
import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { transact } from "../table"
import { now, nowAfter } from "../time"
import { type AlbumView, CreateAlbum, EditAlbum, maxAlbums, maxDepth } from "./album.schema"
import { rowOf, settleHead } from "./change"
import { placeOf } from "./items"
import { type AlbumRow, albumRows } from "./lineage"
import { reach, reachAs } from "./reach"
import {
  counted,
  depthOf,
  heightOf,
  hungIn,
  rearranged,
  rehung,
  type Tree,
  tooDeep,
  treeChanged,
} from "./tree"
import { view } from "./view"

/**
 * Makes an album, empty and private unless told otherwise.
 * @throws AppError `not_found` for another's album to lie in; `conflict` when it would lie too deep, and beyond so many
 */
export const create = operation(CreateAlbum, async (actor, { parentId, ...wanted }): Promise<AlbumView> => {
  const { userId } = requireUser(actor)
  const albumId = newId("album")
  const at = now()
  await rearranged(userId, async (tree) => {
    return making(tree, { albumId, userId, ...wanted, ...(parentId ? { parentId } : {}) }, at)
  })
  return view(actor, await reach(actor, albumId))
})

type Past = { albumId: string; createdAt: string }
type New = z.output<typeof CreateAlbum> & { albumId: string; userId: string }

/** Writes an album where it lies. @throws AppError `conflict` when it would lie too deep, and beyond so many */
async function making(tree: Tree, row: New, at: string) {
  const { userId, parentId } = row
  if (tree.albums >= maxAlbums)
    throw new AppError("conflict", { reason: "too_many_albums", params: { maximum: maxAlbums } })
  if ((await depthOf(userId, parentId)) >= maxDepth) throw tooDeep()
  return transact((t) => [
    treeChanged(t, tree, 1),
    t.album.create({ ...row, createdAt: at, updatedAt: at }).commit(),
    hungIn(t, row),
    ...counted(t, parentId, 1),
  ])
}

/** Makes an album as it was, at its own time, for whoever brings it in from an archive; once. */
export async function restore(
  userId: string,
  { albumId, createdAt, ...wanted }: Past & z.output<typeof CreateAlbum>,
): Promise<void> {
  if ((await albumRows([albumId])).has(albumId)) return
  await rearranged(userId, (tree) => making(tree, { albumId, userId, ...wanted }, createdAt))
}

/**
 * Changes what an album is called, who sees it, its order and cover: its managers. Only its owner chooses its audience
 * and where it lies. What is not given stays.
 * @throws AppError `not_found`, `forbidden`; `conflict` for an album that would lie in itself or too deep
 */
export const edit = operation(
  EditAlbum,
  async (actor, { albumId, parentId, ...change }): Promise<AlbumView> => {
    const isOwners = change.visibility !== undefined || parentId !== undefined
    const { row } = await reachAs(actor, albumId, isOwners ? "owner" : "manager")
    const { coverPostId: cover, ...plain } = change
    if (cover && !(await placeOf(albumId, cover))) throw new AppError("not_found", { reason: "not_in_album" })
    if (parentId !== undefined) await move(row, parentId === "" ? undefined : parentId)
    if (Object.keys(change).length > 0) {
      await transact((t) => {
        const set = t.album.patch({ albumId }).set({ ...plain, ...(cover ? { coverPostId: cover } : {}) })
        const timed = set.set({ updatedAt: nowAfter(row.updatedAt) })
        return [(cover === "" ? timed.remove(["coverPostId"]) : timed).commit()]
      })
      if (plain.order) await settleHead(albumId)
    }
    const after = { ...actor, read: new Map() }
    return view(after, await reach(after, albumId))
  },
)

async function move({ albumId, userId }: AlbumRow, parentId: string | undefined): Promise<void> {
  await rearranged(userId, async (tree) => {
    const row = await rowOf(albumId)
    if (row.parentId === parentId) return undefined
    const depth = await depthOf(userId, parentId, albumId)
    if (depth + (row.albums > 0 ? await heightOf(albumId) : 1) > maxDepth) throw tooDeep()
    return transact((t) => [
      treeChanged(t, tree, 0),
      ...rehung(t, row, parentId),
      ...counted(t, row.parentId, -1),
      ...counted(t, parentId, 1),
    ])
  })
}
