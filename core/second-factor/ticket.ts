import { createHash, randomBytes } from "node:crypto"
import { table, unlessRefused } from "../table"
import { epoch, minutes } from "../time"
import { User } from "../user"

/** How long the second step may take after the first. */
export const ticketSeconds = minutes(5)

type Owing = { userId: string; passwordHash?: string | undefined }

/** Notes that somebody owes the second step. @returns what their browser keeps, and nobody else learns */
export async function issue(user: Owing): Promise<string> {
  const ticket = randomBytes(32).toString("base64url")
  await table()
    .signInTicket.create({
      hash: hashOf(ticket),
      userId: user.userId,
      password: User.passwordName(user),
      expires: epoch(ticketSeconds),
    })
    .go()
  return ticket
}

/** @returns who owes the second step, or undefined for a ticket that is used, old, of a password before, or none */
export async function holderOf(ticket: string): Promise<User.UserRow | undefined> {
  const { data } = await table()
    .signInTicket.get({ hash: hashOf(ticket) })
    .go({ consistent: true })
  const user = data && data.expires > epoch() ? await User.byId(data.userId) : undefined
  return user && data?.password === User.passwordName(user) ? user : undefined
}

/** Uses a ticket up. @returns whether it was still there: it opens one session */
export async function use(ticket: string): Promise<boolean> {
  const used = await unlessRefused(
    table()
      .signInTicket.delete({ hash: hashOf(ticket) })
      .where(({ hash }, { exists }) => exists(hash))
      .go(),
  )
  return used !== undefined
}

const hashOf = (ticket: string) => createHash("sha256").update(ticket).digest("hex")
