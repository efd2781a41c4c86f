import type { EntityItem } from "electrodb"
import { z } from "zod"
import { type Actor, readOnce, requireUser } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Relation } from "../relation"
import { batch, table } from "../table"
import { emailHashes } from "./email-hash"
import { verifyPassword } from "./password-hash"
import type { UserEntity } from "./user.entity"
import { type MeView, UserInput, type UserView } from "./user.schema"
import { counts, meView, view } from "./view"

export { removeAvatar, setAvatar } from "./avatar"
export { emailHash } from "./email-hash"
export { eraseEmail, eraseHandles, eraseSelf } from "./erase"
export { find } from "./find"
export { handleTaken } from "./handle"
export { awaySince, isHidden, standing, standsAs } from "./hidden"
export { hashPassword, passwordName, verifyPassword } from "./password-hash"
export { update } from "./update"
export { author, shown } from "./view"

export type UserRow = EntityItem<typeof UserEntity>

/** A profile by its handle. @throws AppError `not_found` also while an account is not confirmed, and behind a block */
export const get = operation(UserInput, async (actor, { handle }): Promise<UserView> => {
  const row = await visible(actor, handle)
  return view(row, await counts(row.userId))
})

/** Oneself. */
export const me = operation(z.strictObject({}), async (actor): Promise<MeView> => {
  const { userId } = requireUser(actor)
  const [row, count] = await readOnce(actor, "me", () => Promise.all([byId(userId), counts(userId)]))
  if (!row) throw new AppError("unauthenticated")
  return meView(row, count)
})

/** @returns the visible person behind a handle. @throws AppError `not_found` */
export async function byHandle(handle: string): Promise<UserRow> {
  const { data } = await table().handle.get({ handle }).go()
  const row = data?.userId ? await byId(data.userId) : undefined
  if (!row || row.hidden) throw new AppError("not_found")
  return row
}

/** @returns the person behind a handle, if the actor may know of them. @throws AppError `not_found` */
export async function visible(actor: Actor, handle: string): Promise<UserRow> {
  const person = readOnce(actor, `handle ${handle}`, () => byHandle(handle))
  const [row, { blocked }] = await Promise.all([person, Relation.of(actor)])
  if (blocked.has(row.userId)) throw new AppError("not_found")
  return row
}

/** @returns the person of an id, if they are visible and the actor may know of them */
export async function known(actor: Actor, userId: string): Promise<UserRow | undefined> {
  const [row, { blocked }] = await Promise.all([byId(userId), Relation.of(actor)])
  return row && !row.hidden && !blocked.has(userId) ? row : undefined
}

/** @returns a person's row, strongly consistent */
export async function byId(userId: string): Promise<UserRow | undefined> {
  const { data } = await table().user.get({ userId }).go({ consistent: true })
  return data ?? undefined
}

/** @returns the person whom an e-mail address belongs to */
export async function byEmail(email: string): Promise<UserRow | undefined> {
  const [found] = await emailRows(email)
  return found && byId(found.userId)
}

/** Whether an e-mail address has an account. */
export async function isKnown(email: string): Promise<boolean> {
  return (await idByEmail(email)) !== undefined
}

/** @returns the id of whom an e-mail address belongs to */
export const idByEmail = async (email: string): Promise<string | undefined> =>
  (await emailRows(email))[0]?.userId

async function emailRows(email: string) {
  const keys = emailHashes(email).map((hash) => ({ hash }))
  return batch(keys, (left) => table().email.get(left).go({ consistent: true }))
}

/** @returns the person whom an e-mail and a password belong to; for anybody else it takes as long */
export async function checkPassword(email: string, password: string): Promise<UserRow | undefined> {
  const row = await byEmail(email)
  return (await verifyPassword(password, row?.passwordHash)) ? row : undefined
}

/** @returns the rows of people by user id; hidden people are left out */
export async function people(userIds: readonly string[]): Promise<Map<string, UserRow>> {
  const unique = [...new Set(userIds)].map((userId) => ({ userId }))
  const rows = await batch(unique, (left) => table().user.get(left).go())
  return new Map(rows.filter((row) => !row.hidden).map((row) => [row.userId, row]))
}
