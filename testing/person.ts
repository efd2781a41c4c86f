import { termsVersion } from "../core/account/terms.schema"
import type { UserActor, VisitorActor } from "../core/actor"
import { newId } from "../core/id"
import { transact } from "../core/table"
import { days, epoch, now } from "../core/time"
import { User } from "../core/user"

export const password = "seven quiet herons 41"
/** Of that password: hashing it anew for everybody would take most of the time that the tests take. */
const passwordHash = "scrypt$32768$8$3$IQ5ZGHqlbeIwIs91T7i31Q==$pPMR+88Oo7+ZtdNfld2N3Sjg2Hl1NeMBRUun4ogDp3k="

export type Person = UserActor & { handle: string; email: string }

/** Writes what signing up and in leave behind, without hashing; a test holds it against the real thing. */
export async function signedUp(caller: VisitorActor, handle: string): Promise<Person> {
  const [userId, sessionId, email, at] = [newId("user"), newId("session"), `${handle}@example.com`, now()]
  const { locale, userAgent } = caller
  const codes = await transact((t) => [
    t.handle.create({ handle, userId }).commit(),
    t.email.create({ hash: User.emailHash(email), userId }).commit(),
    t.user
      .create({
        userId,
        handle,
        name: handle,
        email,
        passwordHash,
        locale,
        seenOn: at.slice(0, 10),
        termsVersion,
        createdAt: at,
      })
      .commit(),
    t.userCount.create({ userId }).commit(),
    t.session
      .create({
        sessionId,
        userId,
        role: "member",
        userAgent,
        createdAt: at,
        lastSeenAt: at,
        passwordName: User.passwordName({ passwordHash }),
        expires: epoch(days(30)),
      })
      .commit(),
  ])
  if (codes) throw new Error(`${handle} is there already`)
  return { ...caller, kind: "user", userId, sessionId, role: "member", handle, email }
}
