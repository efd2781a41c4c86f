import { AppError } from "../error"
import { refused, table, transact } from "../table"
import { now } from "../time"
import { type AlbumRole, maxMembers } from "./album.schema"
import { rowOf } from "./change"

type Joining = { albumId: string; userId: string; role: AlbumRole; addedBy: string }

/** Who is a member of an album itself, not of one around it. Strongly consistent. */
export async function memberOf(albumId: string, userId: string) {
  const { data } = await table().albumMember.get({ albumId, userId }).go({ consistent: true })
  return data ?? undefined
}

/**
 * Makes somebody a member and counts them.
 * @returns whether they are one now: not with a block between them and whom it concerns
 * @throws AppError `not_found` for an album that is gone, `conflict` for one that is full
 */
export async function joined({ albumId, userId, role, addedBy }: Joining, ownerId: string): Promise<boolean> {
  const codes = await transact((t) => [
    t.albumMember.create({ albumId, userId, role, addedBy, createdAt: now() }).commit(),
    t.album
      .patch({ albumId })
      .add({ members: 1 })
      .where(({ members }, { lt }) => lt(members, maxMembers))
      .commit(),
    ...[...new Set([ownerId, addedBy])].flatMap((other) =>
      (["BLOCK", "BLOCKEDBY"] as const).map((kind) =>
        t.relation
          .check({ userId: other, kind, target: userId })
          .where((relation, { notExists }) => notExists(relation.userId))
          .commit(),
      ),
    ),
  ])
  if (!codes) return true
  const [member, , ...blocks] = codes
  if (blocks.includes(refused)) return false
  // Added by somebody else in the same moment: they are.
  if (member === refused) return true
  await rowOf(albumId)
  throw new AppError("conflict", { reason: "album_members", params: { maximum: maxMembers } })
}

export async function promoted(albumId: string, userId: string, before: AlbumRole, role: AlbumRole) {
  const codes = await transact((t) => [
    t.albumMember
      .patch({ albumId, userId })
      .set({ role })
      .where((member, { eq }) => eq(member.role, before))
      .commit(),
  ])
  return !codes
}

/** Ends a membership; nothing happens where there is none. */
export async function dropMember(albumId: string, userId: string): Promise<void> {
  await transact((t) => [
    t.albumMember
      .delete({ albumId, userId })
      .where((member, { exists }) => exists(member.userId))
      .commit(),
    t.album.patch({ albumId }).add({ members: -1 }).commit(),
  ])
  // Of an album that is gone the row alone is left.
  if (!(await table().album.get({ albumId }).go({ consistent: true })).data)
    await table().albumMember.delete({ albumId, userId }).go()
}
