import type { Actor } from "../actor"
import { AppError } from "../error"
import { SecondFactor } from "../second-factor"
import { Session } from "../session"

/** The right password, or the right provider: the second step is still owed. */
export class SecondStep extends AppError {
  /** @param ticket what the browser keeps for the second step */
  constructor(readonly ticket: string) {
    super("unauthenticated", { reason: "second_step" })
  }
}

/**
 * Opens a session for somebody who has proved one factor, unless they have asked for a second.
 * @throws SecondStep; AppError `unauthenticated` as `Session.open`
 */
export async function admit(actor: Actor, user: Session.Opener): Promise<Session.SignedIn> {
  if (!(await SecondFactor.isOn(user.userId))) return Session.open(actor, user)
  // Said first: a second step would be in vain.
  Session.requireMayEnter(user)
  throw new SecondStep(await SecondFactor.issue(user))
}
