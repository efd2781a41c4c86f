import { type Actor, addressOf, type UserActor } from "../actor"
import { config } from "../config"
import { limit } from "../limit"
import { Session } from "../session"
import { SignIn } from "../sign-in"
import { hours } from "../time"
import { User } from "../user"
import { type Account, attach, ownerOf } from "./attach"
import type { Refusal } from "./identity.schema"
import { join } from "./join"

/** What a provider says of who comes from it. */
export type Vouched = Account & {
  /** Only what the provider has confirmed. */
  email?: string | undefined
  name?: string | undefined
  /** What the person is called there, in one word. */
  login?: string | undefined
}

/** What somebody said on the way to the provider, for the case that they are new here. */
type Joining = { ageConfirmed?: boolean }

export type Entered =
  | { kind: "in"; sessionId: string; isNew: boolean }
  /** The second step is still owed; the ticket is for the browser alone. */
  | { kind: "second_step"; ticket: string }
  | { kind: "linked" }
  | { kind: "refused"; why: Refusal }

const refuse = (why: Refusal): Entered => ({ kind: "refused", why })

/**
 * Lets somebody in who comes back from a provider: into a linked account, into the one with their confirmed e-mail, or
 * into a new one. From inside a session that asked for it, links instead.
 * @throws AppError `rate_limited`; `unauthenticated` where the address must be confirmed first
 */
export async function enter(
  actor: Actor,
  vouched: Vouched,
  { ageConfirmed = false }: Joining = {},
): Promise<Entered> {
  if (actor.kind === "user" && (await Session.takeLinkIntent(actor.sessionId, vouched.provider))) {
    return link(actor, vouched)
  }
  const { signInsPerQuarterHourByAddress } = config.settings.limits
  await limit(["sign-in", addressOf(actor)], signInsPerQuarterHourByAddress, hours(0.25))
  // Somebody may do the same in the same moment: what was unknown is known then.
  for (let attempt = 0; attempt < 3; attempt++) {
    const entered = await once(actor, vouched, ageConfirmed)
    if (entered !== "again") return entered
  }
  return refuse("failed")
}

async function once(actor: Actor, vouched: Vouched, ageConfirmed: boolean): Promise<Entered | "again"> {
  const owner = await ownerOf(vouched)
  if (owner) return welcome(actor, owner)
  if (actor.kind === "user") return refuse("not_asked")
  if (!vouched.email) return refuse("unconfirmed_there")
  const known = await User.byEmail(vouched.email)
  if (!known) {
    if (!ageConfirmed) return refuse("age_unconfirmed")
    const joined = await join(actor, vouched, vouched.email)
    return joined === "again" ? joined : welcome(actor, joined, true)
  }
  // Whoever signed up with a stranger's address would otherwise wait inside for its owner.
  if (!known.emailVerified) return refuse("unconfirmed_here")
  const against = await attach(vouched, { userId: known.userId, verified: true })
  if (against === "taken") return "again"
  return against ? refuse(against) : welcome(actor, known)
}

async function welcome(actor: Actor, user: Session.Opener, isNew = false): Promise<Entered> {
  try {
    const { sessionId } = await SignIn.admit(actor, user)
    return { kind: "in", sessionId, isNew }
  } catch (error) {
    if (error instanceof SignIn.SecondStep) return { kind: "second_step", ticket: error.ticket }
    throw error
  }
}

async function link({ userId }: UserActor, account: Account): Promise<Entered> {
  const against = await attach(account, { userId })
  if (!against) return { kind: "linked" }
  if (against === "other_linked") return refuse(against)
  return (await ownerOf(account))?.userId === userId ? { kind: "linked" } : refuse("elsewhere")
}
