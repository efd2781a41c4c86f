import { requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { Follow } from "../follow"
import { limit } from "../limit"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { table } from "../table"
import { listOf } from "../table/list"
import { days } from "../time"
import { User } from "../user"
import { isAbove } from "./album.access"
import { AddMember, AlbumMember, AlbumPage, type AlbumRole, type MemberView, SetMember } from "./album.schema"
import { dropMember, joined, memberOf, promoted } from "./member-rows"
import { reachAs } from "./reach"

type Row = { userId: string; role: AlbumRole; createdAt: string }

/** Who is a member of an album itself; its members may know. @throws AppError `not_found`, `forbidden` */
export const members = operation(
  AlbumPage,
  async (actor, { albumId, ...page }): Promise<Page<MemberView>> => {
    await reachAs(actor, albumId, "viewer")
    return listOf<Row, MemberView>({
      list: `members-of-${albumId}`,
      page,
      read: async (before, count) => {
        const all = table().albumMember.query.byAlbum({ albumId })
        const beyond = before ? all.between({ userId: before }, { userId: "~" }) : all
        const { data } = await beyond.go({ limit: count + 1, count: count + 1, consistent: true })
        return data.filter(({ userId }) => userId !== before).slice(0, count)
      },
      idOf: ({ userId }) => userId,
      show: async (rows) => {
        const people = await Follow.peopleViews(
          actor,
          rows.map(({ userId }) => userId),
        )
        const byId = new Map(people.map((person) => [person.id, person]))
        return rows.flatMap(({ userId, role, createdAt }) => {
          const person = byId.get(userId)
          if (!person) return []
          const { id, handle, name, avatar } = person
          return [{ person: { id, handle, name, ...(avatar ? { avatar } : {}) }, role, since: createdAt }]
        })
      },
    })
  },
)

/**
 * Makes somebody a member, or gives a member another role. Its owner gives every role, managers those below theirs.
 * @throws AppError `not_found` for nobody and behind a block, `forbidden`, `conflict` for its owner and beyond so many
 */
export const addMember = operation(AddMember, async (actor, { albumId, handle, role }): Promise<void> => {
  const { userId: addedBy } = requireUser(actor)
  const { row, role: mine } = await reachAs(actor, albumId, "manager")
  if (!isAbove(mine, role)) throw new AppError("forbidden", { reason: "album_role" })
  const { userId } = await User.visible(actor, handle)
  if (userId === row.userId) throw new AppError("conflict", { reason: "album_owner" })
  const known = await memberOf(albumId, userId)
  if (known) return setRole(albumId, userId, mine, known.role, role)
  await limit(["album-member", addedBy], config.settings.limits.followsPerDay, days(1))
  if (!(await joined({ albumId, userId, role, addedBy }, row.userId))) throw new AppError("not_found")
})

/** Gives a member another role. @throws AppError `not_found`, `forbidden` */
export const setMember = operation(SetMember, async (actor, { albumId, userId, role }): Promise<void> => {
  const { role: mine } = await reachAs(actor, albumId, "manager")
  const known = await memberOf(albumId, userId)
  if (!known) throw new AppError("not_found")
  await setRole(albumId, userId, mine, known.role, role)
})

/** Ends a membership: one's own, or of somebody below. It counts from the next request on. */
export const removeMember = operation(AlbumMember, async (actor, { albumId, userId }): Promise<void> => {
  const me = requireUser(actor)
  const known = await memberOf(albumId, userId)
  if (me.userId === userId && known) return dropMember(albumId, userId)
  const { role: mine } = await reachAs(actor, albumId, "manager")
  if (!known) throw new AppError("not_found")
  if (!isAbove(mine, known.role)) throw new AppError("forbidden", { reason: "album_role" })
  await dropMember(albumId, userId)
})

type Mine = Parameters<typeof isAbove>[0]

async function setRole(albumId: string, userId: string, mine: Mine, before: AlbumRole, role: AlbumRole) {
  if (before === role) return
  if (!isAbove(mine, before) || !isAbove(mine, role))
    throw new AppError("forbidden", { reason: "album_role" })
  if (!(await promoted(albumId, userId, before, role))) throw new AppError("conflict")
}
