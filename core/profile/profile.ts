import type { Actor } from "../actor"
import { Follow } from "../follow"
import { operation } from "../operation"
import { User } from "../user"
import { UserInput } from "../user/user.schema"
import type { ProfileView } from "./profile.schema"

export { suggestions } from "./suggestions"

/**
 * A profile by its handle, and how its person stands to the actor. Of a private account everybody reads the head.
 * @throws AppError `not_found` for nobody, and behind a block
 */
export const get = operation(
  UserInput,
  async (actor, { handle }): Promise<ProfileView> => profileOf(actor, await User.visible(actor, handle)),
)

async function profileOf(actor: Actor, row: User.UserRow): Promise<ProfileView> {
  const [view, tieOf] = await Promise.all([User.shown(row), Follow.ties(actor, [row.userId])])
  const viewer = tieOf(row.userId)
  const postsVisible = !row.private || viewer.own || viewer.follows
  return { ...view, postsVisible, viewer }
}
