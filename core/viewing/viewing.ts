import { type Actor, asVisitor, type UserActor } from "../actor"
import { AppError } from "../error"
import { User } from "../user"
import type { AuthorView } from "../user/user.schema"
import { LookingAs } from "./viewing.schema"

export { type LookThrough, lookThrough } from "./through"

/** How somebody looks at a page of their own. */
export type Look = {
  /** As whom: `nobody` where there is no such person, or none whom the owner may know of. */
  as: "visitor" | "follower" | "person" | "nobody"
  /** Through whom everything of the page is read: the very decisions that meet the real ones. */
  actor: Actor
  person?: AuthorView
  /** What was asked for, to be shown again. */
  asked: string
}

/**
 * The one whom an owner looks at their own page as.
 * Of a given person it is known how they stand to the owner, and in which of the owner's albums they are; nothing of
 * what is theirs alone: not what they like, keep, mute or whom they blocked.
 * @param owner whose page it is, and who asks: nobody else may look so
 * @param as `visitor`, `follower` or a handle, with or without its `@`
 * @returns undefined when nobody was named: then the page is as always
 */
export async function look(owner: UserActor, as: string): Promise<Look | undefined> {
  if (as === "") return undefined
  const { data: kind } = LookingAs.safeParse(as)
  const nobody: Look = { as: "nobody", actor: asVisitor(owner), asked: as }
  if (kind === undefined) return nobody
  if (kind === "visitor") return { as: kind, actor: asVisitor(owner), asked: as }
  if (kind === "follower") return { as: kind, actor: supposed(owner), asked: as }
  const person = await personOf(owner, kind.handle)
  if (!person || person.userId === owner.userId) return nobody
  const actor = supposed(owner, person.userId)
  return { as: "person", actor, person: User.author(person), asked: as }
}

/** The id of nobody: no id is made at the beginning of time. Whatever is kept of people, nothing is kept under it. */
const nobodyId = `usr_${"0".repeat(26)}`

const supposed = ({ userId, address, locale, userAgent }: UserActor, personId?: string): UserActor => ({
  kind: "user",
  userId: nobodyId,
  sessionId: "none",
  role: "member",
  supposed: { by: userId, ...(personId ? { userId: personId } : {}) },
  address,
  locale,
  userAgent,
  read: new Map(),
})

async function personOf(owner: UserActor, handle: string) {
  try {
    return await User.visible(owner, handle)
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined
    throw error
  }
}
