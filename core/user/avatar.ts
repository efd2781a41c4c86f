import { z } from "zod"
import { requireUser } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Photo } from "../photo"
import { refused, table, transact, unlessRefused } from "../table"
import { now } from "../time"
import { byId, type UserRow } from "./user"
import { type MeView, SetAvatar } from "./user.schema"
import { counts, meView } from "./view"

type Avatar = NonNullable<UserRow["avatar"]>
type Point = Pick<Avatar, "x" | "y">

/** How often to try again when the same person changes it elsewhere in the same moment; the last one counts. */
const attempts = 5

/**
 * Puts a photo beside one's name, or moves the point of it that stays in sight. The photo that stood there before is
 * erased; its files, and the copies of the new one for the CDN, follow from the stream.
 * @throws AppError `not_found`; `conflict` when the photo is used elsewhere or not ready yet; `unprocessable` when it failed
 */
export const setAvatar = operation(SetAvatar, async (actor, { photoId, x, y }): Promise<MeView> => {
  const { userId } = requireUser(actor)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [me, photo] = await Promise.all([mine(userId), Photo.own(actor, photoId)])
    const done = me.avatar?.photoId === photoId ? await move(me, { x, y }) : await put(me, photo, { x, y })
    if (done) return meView(...(await Promise.all([mine(userId), counts(userId)])))
  }
  throw new AppError("conflict")
})

/** Takes the photo beside one's name away, and erases it. */
export const removeAvatar = operation(z.strictObject({}), async (actor): Promise<void> => {
  const { userId } = requireUser(actor)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { avatar } = await mine(userId)
    if (!avatar) return
    const codes = await transact((t) => [
      t.user
        .patch({ userId })
        .remove(["avatar"])
        .where((user, { eq }) => eq(user.avatar.photoId, avatar.photoId))
        .commit(),
      ...Photo.avatarErasure(t, avatar.photoId),
    ])
    if (!codes) return
  }
  throw new AppError("conflict")
})

async function mine(userId: string): Promise<UserRow> {
  const row = await byId(userId)
  if (!row) throw new AppError("unauthenticated")
  return row
}

async function move({ userId, avatar }: UserRow, { x, y }: Point): Promise<boolean> {
  const moved = table()
    .user.patch({ userId })
    .data((user, { set }) => {
      set(user.avatar.x, x)
      set(user.avatar.y, y)
    })
    .where((user, { eq }) => eq(user.avatar.photoId, avatar?.photoId ?? ""))
  return (await unlessRefused(moved.go())) !== undefined
}

/** @returns whether it did; not when the person changed it elsewhere meanwhile */
async function put(me: UserRow, photo: Photo.PhotoRow, point: Point): Promise<boolean> {
  const { userId, avatar: before } = me
  const picture = usable(photo)
  const avatar = { ...picture, ...point, public: false }
  const codes = await transact((t) => [
    t.user
      .patch({ userId })
      .set({ avatar })
      .where((user, { eq, notExists }) =>
        before ? eq(user.avatar.photoId, before.photoId) : notExists(user.avatar),
      )
      .commit(),
    t.photo
      .patch({ photoId: photo.photoId })
      // With state and time, so that it leaves the index of what is left to do.
      .set({ avatar: true, state: "ready", updatedAt: now() })
      .where(
        (row, { eq, notExists }) =>
          `${eq(row.state, "ready")} AND ${notExists(row.postId)} AND ${notExists(row.draftId)} AND ${notExists(row.avatar)}`,
      )
      .commit(),
    ...(before ? Photo.avatarErasure(t, before.photoId) : []),
  ])
  if (codes?.[0] === refused) return false
  if (codes) throw new AppError("conflict", { reason: "avatar_used" })
  return true
}

function usable(photo: Photo.PhotoRow): Photo.Picture {
  if (!Photo.isUnused(photo)) throw new AppError("conflict", { reason: "avatar_used" })
  if (photo.state === "failed" || photo.state === "quarantined") {
    throw new AppError("unprocessable", { reason: "avatar_failed" })
  }
  const picture = Photo.pictureOf(photo)
  if (!picture) throw new AppError("conflict", { reason: "avatar_not_ready" })
  return picture
}
