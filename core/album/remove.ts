import { requireUser } from "../actor"
import { operation } from "../operation"
import { transact } from "../table"
import { now } from "../time"
import { AlbumInput } from "./album.schema"
import { type AlbumRow, albumRows } from "./lineage"
import { reachAs } from "./reach"
import { childIds, counted, rearranged, rehung, takenFrom, treeChanged } from "./tree"

/** Albums that move up in one transaction. */
const inChunk = 20

/**
 * Deletes an album, and never a post. The albums in it move up to where it was; what hung in it is removed behind.
 * @throws AppError `not_found`, `forbidden` for all but its owner
 */
export const remove = operation(AlbumInput, async (actor, { albumId }): Promise<void> => {
  requireUser(actor)
  const { row } = await reachAs(actor, albumId, "owner")
  await removeAlbum(row)
})

/** Cut off anywhere, it is done again: some albums have moved up by then. */
export async function removeAlbum({ albumId, userId }: Pick<AlbumRow, "albumId" | "userId">): Promise<void> {
  for (let isGone = false; !isGone; ) {
    await rearranged(userId, async (tree) => {
      const row = (await albumRows([albumId])).get(albumId)
      isGone = row === undefined
      if (!row) return undefined
      const children = [...(await albumRows((await childIds(albumId)).slice(0, inChunk))).values()]
      if (children.length === 0)
        return transact((t) => [
          treeChanged(t, tree, -1),
          t.album.delete({ albumId }).commit(),
          t.albumGone.put({ albumId, userId, updatedAt: now() }).commit(),
          takenFrom(t, row),
          ...counted(t, row.parentId, -1),
        ])
      return transact((t) => [
        treeChanged(t, tree, 0),
        ...children.flatMap((child) => rehung(t, child, row.parentId)),
        ...counted(t, albumId, -children.length),
        ...counted(t, row.parentId, children.length),
      ])
    })
  }
}
