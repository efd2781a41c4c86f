import { batch, table, transact, unlessRefused } from "../table"
import { days, epoch } from "../time"
import { emailHashes } from "./email-hash"
import { byId } from "./user"

/** For so long, in seconds, nobody gets the handle of somebody who is gone; what is kept of it says nothing of whose it was. */
export const handleRest = days(365)

/** Sets a person's handles aside, the earlier ones too: they lead nowhere, and are free after a year. */
export async function eraseHandles(userId: string): Promise<boolean> {
  const user = await byId(userId)
  for (const handle of user ? [user.handle, ...(user.formerHandles ?? [])] : []) {
    const own = table()
      .handle.put({ handle, expires: epoch(handleRest) })
      .where((row, { eq }) => eq(row.userId, userId))
    await unlessRefused(own.go())
  }
  return false
}

/** Removes that an e-mail address has an account. */
export async function eraseEmail(userId: string): Promise<boolean> {
  const user = await byId(userId)
  const keys = user ? emailHashes(user.email).map((hash) => ({ hash })) : []
  const rows = await batch(keys, (left) => table().email.get(left).go({ consistent: true }))
  const mine = rows.filter((row) => row.userId === userId).map(({ hash }) => ({ hash }))
  await batch(mine, (left) => table().email.delete(left).go())
  return false
}

/** Removes the person's own row, and their counters. */
export async function eraseSelf(userId: string): Promise<boolean> {
  await transact((t) => [t.user.delete({ userId }).commit(), t.userCount.delete({ userId }).commit()])
  return false
}
