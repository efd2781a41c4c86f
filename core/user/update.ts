import type { z } from "zod"
import { requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { limit } from "../limit"
import { operation } from "../operation"
import { refused, table, transact, unlessRefused } from "../table"
import { days, epoch } from "../time"
import { handleTaken } from "./handle"
import { byId, type UserRow } from "./user"
import { type MeView, UpdateMe } from "./user.schema"
import { counts, meView } from "./view"

type Fields = Omit<z.output<typeof UpdateMe>, "handle">

/**
 * Changes what is given of one's profile, and nothing else. A new handle is claimed; the old one stays one's own, leads
 * to the new one, and can be taken back.
 * @throws AppError `conflict` when somebody else has the handle, `rate_limited` when it changes too often
 */
export const update = operation(UpdateMe, async (actor, { handle, ...change }): Promise<MeView> => {
  const { userId } = requireUser(actor)
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const fields: Fields = Object.fromEntries(given)
  const me = handle === undefined ? undefined : await mine(userId)
  if (me && handle !== undefined && handle !== me.handle) await rename(me, handle, fields)
  else await write(userId, fields)
  const [row, count] = await Promise.all([mine(userId), counts(userId)])
  return meView(row, count)
})

async function mine(userId: string): Promise<UserRow> {
  const row = await byId(userId)
  if (!row) throw new AppError("unauthenticated")
  return row
}

async function write(userId: string, fields: Fields) {
  if (Object.keys(fields).length === 0) return
  const written = await unlessRefused(table().user.patch({ userId }).set(fields).go())
  if (!written) throw new AppError("unauthenticated")
}

/** Claims a handle and gives it to its person, with all else that changes, or changes nothing. */
async function rename(
  { userId, handle: before, formerHandles = [] }: UserRow,
  handle: string,
  fields: Fields,
) {
  // Looked at first: to find that a name is taken is no change, and does not count as one.
  const { data: held } = await table().handle.get({ handle }).go({ consistent: true })
  const free = !held || held.userId === userId || (held.expires ?? epoch(1)) < epoch()
  if (!free) throw handleTaken()
  await limit(["handle", userId], config.settings.limits.handleChangesPerWeek, days(7), "handle_changes")
  const codes = await transact((t) => [
    t.handle
      .put({ handle, userId })
      .where(
        (row, { notExists, lt, eq }) =>
          `${notExists(row.handle)} OR ${lt(row.expires, epoch())} OR ${eq(row.userId, userId)}`,
      )
      .commit(),
    t.user
      .patch({ userId })
      .set({ ...fields, handle, formerHandles: [...new Set([...formerHandles, before])] })
      .where((row, { eq }) => eq(row.handle, before))
      .commit(),
  ])
  if (codes?.[0] === refused) throw handleTaken()
  if (codes) throw new AppError("conflict")
}
