import { requireUser } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Relation } from "../relation"
import { table } from "../table"
import { now } from "../time"
import { User } from "../user"
import { UserInput } from "../user/user.schema"
import { countApart } from "./block"

/**
 * Mutes a person: feeds and notifications are without them, and they do not know. Twice is once.
 * @throws AppError `not_found` for nobody, and behind a block; `unprocessable` for oneself
 */
export const mute = operation(UserInput, async (actor, { handle }): Promise<void> => {
  const { userId } = requireUser(actor)
  const target = (await User.visible(actor, handle)).userId
  if (target === userId) throw new AppError("unprocessable", { reason: "mute_self" })
  if (await Relation.has({ userId, kind: "MUTE", target })) return
  await countApart(userId)
  await table().relation.put({ userId, kind: "MUTE", target, createdAt: now() }).go()
})

/** Takes a mute back. @throws AppError `not_found` for nobody, and behind a block */
export const unmute = operation(UserInput, async (actor, { handle }): Promise<void> => {
  const { userId } = requireUser(actor)
  const target = (await User.visible(actor, handle)).userId
  await table().relation.delete({ userId, kind: "MUTE", target }).go()
})
