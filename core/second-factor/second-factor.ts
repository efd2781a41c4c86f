import { z } from "zod"
import { requireUser } from "../actor"
import { Audit } from "../audit"
import { AppError, invalidField } from "../error"
import { idOf } from "../id"
import { limit } from "../limit"
import { operation } from "../operation"
import { Session } from "../session"
import { refused, table, transact } from "../table"
import { hours, now } from "../time"
import { User } from "../user"
import { hashOf, newCodes } from "./codes"
import { seal, unseal } from "./seal"
import {
  ConfirmTwoFactor,
  type RecoveryCodesView,
  type TwoFactorKeyView,
  type TwoFactorView,
} from "./second-factor.schema"
import { rowOf } from "./take"
import { newKey, shown, stepOf } from "./totp"

export { isOn, take } from "./take"
export { holderOf, issue, ticketSeconds, use } from "./ticket"

const nothing = z.strictObject({})

/** Whether one is asked for a second step when one signs in. */
export const get = operation(nothing, async (actor): Promise<TwoFactorView> => {
  const row = await rowOf(requireUser(actor).userId)
  if (!row?.confirmedAt) return { on: false, codesLeft: 0 }
  return { on: true, since: row.confirmedAt, codesLeft: row.codes?.length ?? 0 }
})

/**
 * Makes a key for an authenticator app and tells it, this once. Nothing is asked for before a code has come from it.
 * @throws AppError `conflict` where it is on already, `forbidden` (reason `confirm_yourself`)
 */
export const begin = operation(
  nothing,
  async (actor): Promise<TwoFactorKeyView> => {
    const { userId } = await Session.requireFresh(actor)
    const user = await User.byId(userId)
    if (!user) throw new AppError("unauthenticated")
    const key = newKey()
    const codes = await transact((t) => [
      t.totp
        .put({ userId, secret: seal(key, userId), createdAt: now() })
        .where(({ confirmedAt }, { notExists }) => notExists(confirmedAt))
        .commit(),
    ])
    if (codes) throw new AppError("conflict", { reason: "two_factor_on" })
    return shown(key, user.handle)
  },
  "access",
)

/**
 * Turns it on, with a code of the app, and tells the recovery codes, this once.
 * @throws AppError `invalid` for a wrong code, `conflict` where nothing was begun or it is on already, `rate_limited`
 */
export const confirm = operation(
  ConfirmTwoFactor,
  async (actor, { code }): Promise<RecoveryCodesView> => {
    const { userId } = await Session.requireFresh(actor)
    await limit(["two-factor", userId], 20, hours(0.25))
    const row = await rowOf(userId)
    if (!row) throw new AppError("conflict")
    if (row.confirmedAt) throw new AppError("conflict", { reason: "two_factor_on" })
    const step = stepOf(unseal(row.secret, userId), code)
    if (step === undefined) throw invalidField("code", "code_wrong")
    const codes = newCodes()
    const refusals = await transact((t) => [
      t.totp
        .patch({ userId })
        .set({ confirmedAt: now(), lastStep: step, codes: codes.map((one) => hashOf(userId, one)) })
        .where(
          ({ secret, confirmedAt }, { eq, notExists }) =>
            `${eq(secret, row.secret)} AND ${notExists(confirmedAt)}`,
        )
        .commit(),
      Audit.entry(t, { by: userId, userId, what: "two-factor on", detail: "by an authenticator app" }),
    ])
    if (refusals) throw new AppError("conflict")
    return { codes }
  },
  "access",
)

/** New recovery codes in place of all before. @throws AppError `not_found` where it is off, `forbidden` (reason `confirm_yourself`) */
export const renewCodes = operation(
  nothing,
  async (actor): Promise<RecoveryCodesView> => {
    const { userId } = await Session.requireFresh(actor)
    const codes = newCodes()
    const refusals = await transact((t) => [
      t.totp
        .patch({ userId })
        .set({ codes: codes.map((one) => hashOf(userId, one)) })
        .where(({ confirmedAt }, { exists }) => exists(confirmedAt))
        .commit(),
      Audit.entry(t, { by: userId, userId, what: "two-factor codes", detail: "new recovery codes" }),
    ])
    if (refusals) throw new AppError("not_found")
    return { codes }
  },
  "access",
)

/** Turns it off. @throws AppError `not_found` where it is off, `forbidden` (reason `confirm_yourself`) */
export const turnOff = operation(
  nothing,
  async (actor): Promise<void> => {
    const { userId } = await Session.requireFresh(actor)
    await remove(userId, userId, "in the settings")
  },
  "access",
)

/** Turns it off for who proved otherwise who they are. @throws AppError `not_found`; `conflict` where it is off */
export const turnOffFor = operation(
  z.strictObject({
    userId: idOf("user"),
    by: z.string().min(1).max(300),
    why: z.string().max(500).default(""),
  }),
  async (actor, { userId, by, why }): Promise<void> => {
    const user = actor.kind === "system" ? await User.byId(userId) : undefined
    if (!user) throw new AppError("not_found")
    try {
      await remove(userId, by, why)
    } catch (error) {
      if (error instanceof AppError && error.code === "not_found") throw new AppError("conflict")
      throw error
    }
  },
)

async function remove(userId: string, by: string, detail: string): Promise<void> {
  const codes = await transact((t) => [
    t.totp
      .delete({ userId })
      .where(({ confirmedAt }, { exists }) => exists(confirmedAt))
      .commit(),
    Audit.entry(t, { by, userId, what: "two-factor off", detail }),
  ])
  if (codes?.[0] === refused) throw new AppError("not_found")
}

/** Takes away what is kept of a person here; of tickets nothing, they end by themselves within minutes. */
export async function eraseOf(userId: string): Promise<void> {
  await table().totp.delete({ userId }).go()
}
