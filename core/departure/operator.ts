import { z } from "zod"
import { Audit } from "../audit"
import { AppError } from "../error"
import { idOf } from "../id"
import { operation } from "../operation"
import { begin, hide, named, takeBack } from "./departure"

/** Who decided, as the audit notes them, and why. The audit cannot be changed: it names the id alone. */
const Decided = z.strictObject({
  userId: idOf("user"),
  by: z.string().min(1).max(300),
  why: z.string().max(500).default(""),
})

/** What whoever runs the site does for a person who asks them to. */
export const asOperator = {
  /** @throws AppError `conflict` when the person is away already */
  deactivate: operation(Decided, async (actor, { userId, by, why }): Promise<void> => {
    await named(actor, userId)
    const noted = { by, userId, what: "user deactivate", detail: why }
    if (!(await hide(userId, (t) => [Audit.entry(t, noted)])))
      throw new AppError("conflict", { reason: "leaving" })
  }),
  /** @throws AppError `conflict` when the account is being deleted already */
  delete: operation(Decided, async (actor, { userId, by, why }): Promise<void> => {
    const noted = { by, userId, what: "user delete", detail: why }
    await begin(await named(actor, userId), (t) => [Audit.entry(t, noted)])
  }),
  /** @throws AppError `conflict` when nothing was asked for, or the erasing has begun */
  keep: operation(Decided, async (actor, { userId, by, why }): Promise<void> => {
    const noted = { by, userId, what: "user cancel-deletion", detail: why }
    if (!(await takeBack(await named(actor, userId), (t) => [Audit.entry(t, noted)])))
      throw new AppError("conflict")
  }),
}
