import type { EntityItem } from "electrodb"
import { table, unlessRefused } from "../table"
import { hashOf } from "./codes"
import { unseal } from "./seal"
import type { TotpEntity } from "./second-factor.entity"
import { stepOf } from "./totp"

export type TotpRow = EntityItem<typeof TotpEntity>

/** @returns what a person's app counts with, confirmed or not; strongly consistent */
export async function rowOf(userId: string): Promise<TotpRow | undefined> {
  const { data } = await table().totp.get({ userId }).go({ consistent: true })
  return data ?? undefined
}

/** Whether a person is asked for a second step. */
export const isOn = async (userId: string) => (await rowOf(userId))?.confirmedAt !== undefined

/**
 * Takes a code of the app or a recovery code, once: of two who show the same one, one is let in.
 * @param code as `AnyCode` gives it
 */
export async function take(userId: string, code: string): Promise<boolean> {
  const row = await rowOf(userId)
  if (!row?.confirmedAt) return false
  return code.length === 6 ? takeStep(row, code) : takeRecovery(row, code)
}

async function takeStep({ userId, secret }: TotpRow, code: string): Promise<boolean> {
  const step = stepOf(unseal(secret, userId), code)
  if (step === undefined) return false
  const taken = await unlessRefused(
    table()
      .totp.patch({ userId })
      .set({ lastStep: step })
      // Another key since it was read takes no code of this one.
      .where(
        (row, { eq, lt, notExists }) =>
          `${eq(row.secret, secret)} AND (${notExists(row.lastStep)} OR ${lt(row.lastStep, step)})`,
      )
      .go(),
  )
  return taken !== undefined
}

/** Another code may be taken in the same moment, and move this one in the list: then it is looked for anew. */
async function takeRecovery(row: TotpRow, code: string): Promise<boolean> {
  const { userId } = row
  const hash = hashOf(userId, code)
  let codes = row.codes ?? []
  for (let look = 0; look < 5; look++) {
    const at = codes.indexOf(hash)
    if (at < 0) return false
    const taken = await unlessRefused(
      table()
        .totp.patch({ userId })
        .data((one, { remove }) => remove(one.codes[at] as (typeof one.codes)[0]))
        .where((one, { eq }) => eq(one.codes[at] as (typeof one.codes)[0], hash))
        .go(),
    )
    if (taken) return true
    codes = (await rowOf(userId))?.codes ?? []
  }
  return false
}
