import { createHash, randomBytes } from "node:crypto"
import type { EntityItem } from "electrodb"
import { z } from "zod"
import { requireUser, type UserActor } from "../actor"
import { config } from "../config"
import { Emergency } from "../emergency"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { operation } from "../operation"
import { Session } from "../session"
import { batch, table, unlessRefused } from "../table"
import { days, epoch, now } from "../time"
import { User } from "../user"
import type { AccessTokenEntity } from "./access-token.entity"
import {
  CreateToken,
  maxTokens,
  type NewTokenView,
  RevokeToken,
  Scope,
  type TokenView,
} from "./access-token.schema"

type TokenRow = EntityItem<typeof AccessTokenEntity>
type Bearer = Pick<UserActor, "userId" | "sessionId" | "role" | "returned" | "token">

/** One's own tokens, the newest first; none tells its secret. */
export const list = operation(z.strictObject({}), async (actor): Promise<{ items: TokenView[] }> => {
  const rows = await validOf(requireUser(actor).userId)
  return { items: rows.map(view) }
})

/** Makes a token and tells it, this once. @throws AppError `conflict` when one has many already */
export const create = operation(CreateToken, async (actor, wanted): Promise<NewTokenView> => {
  const { userId } = requireUser(actor)
  if ((await validOf(userId)).length >= maxTokens) {
    throw new AppError("conflict", { reason: "too_many_tokens", params: { maximum: maxTokens } })
  }
  // Many at once would all be counted before one is written.
  await limit(["token", userId], maxTokens * 2, days(1))
  const token = `pat_${randomBytes(32).toString("base64url")}`
  const { name, scopes, expiresInDays } = wanted
  const { data } = await table()
    .accessToken.create({
      hash: hashOf(token),
      tokenId: newId("token"),
      userId,
      name,
      scopes,
      createdAt: now(),
      ...(expiresInDays ? { expires: epoch(days(expiresInDays)) } : {}),
    })
    .go()
  return { ...view(data), token }
})

/** Ends one of one's own tokens, from the next request on. @throws AppError `not_found` */
export const revoke = operation(
  RevokeToken,
  async (actor, { tokenId }): Promise<void> => {
    const { userId } = requireUser(actor)
    const row = (await rowsOf(userId)).find((mine) => mine.tokenId === tokenId)
    if (!row) throw new AppError("not_found")
    await table().accessToken.delete({ hash: row.hash }).go()
  },
  "access",
)

/** How many tokens of a person are valid. */
export const countOf = async (userId: string) => (await validOf(userId)).length

/** Ends every token of a person: removes those that have expired too. */
export async function endAll(userId: string): Promise<void> {
  const gone = (await rowsOf(userId)).map(({ hash }) => ({ hash }))
  await batch(gone, (left) => table().accessToken.delete(left).go())
}

/** Removes every token of a person. @returns whether there may be more */
export async function eraseOf(userId: string): Promise<boolean> {
  await endAll(userId)
  return false
}

/**
 * Who shows a token, strongly consistent: a revoked one opens nothing. Never more than a member, whoever made it.
 * @returns undefined for a token that is wrong, expired or revoked, or whose person may not sign in
 */
export async function check(token: string): Promise<Bearer | undefined> {
  const [{ data: row }, ends] = await Promise.all([
    table()
      .accessToken.get({ hash: hashOf(token) })
      .go({ consistent: true }),
    Emergency.read(),
  ])
  if (!row || isOver(row, ends)) return undefined
  const user = await User.byId(row.userId)
  if (!user || !maySignIn(user)) return undefined
  await noteUse(row)
  const returned = Session.isAway(user.seenOn)
  // Who had been away stays so until the home feed was asked for.
  if (!returned) await Session.noteSeen(user.userId, user.seenOn)
  const { userId, tokenId: id } = row
  const scopes = Scopes.parse(row.scopes)
  return { userId, sessionId: id, role: "member", ...(returned && { returned }), token: { id, scopes } }
}

const Scopes = z.array(Scope)

const maySignIn = ({ hidden, emailVerified }: User.UserRow) =>
  !hidden && (emailVerified || config.settings.emailVerification === "optional")

/** Once a day: it tells its person which tokens are in use, not what they do. */
async function noteUse({ hash, lastUsedOn }: TokenRow) {
  const today = now().slice(0, 10)
  if (lastUsedOn !== today) {
    await unlessRefused(table().accessToken.patch({ hash }).set({ lastUsedOn: today }).go())
  }
}

async function validOf(userId: string): Promise<TokenRow[]> {
  const [rows, ends] = await Promise.all([rowsOf(userId), Emergency.ends()])
  return rows.filter((row) => !isOver(row, ends))
}

async function rowsOf(userId: string): Promise<TokenRow[]> {
  const { data } = await table().accessToken.query.byUser({ userId }).go({ order: "desc", pages: "all" })
  return data
}

/** Whether a token has expired, or ended with everybody's. */
const isOver = ({ expires, createdAt }: TokenRow, { tokensEndedAt = "" }: Emergency.Ends) =>
  (expires !== undefined && expires <= epoch()) || createdAt <= tokensEndedAt

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex")

const view = ({ tokenId, name, scopes, createdAt, lastUsedOn, expires }: TokenRow): TokenView => ({
  id: tokenId,
  name,
  scopes: Scopes.parse(scopes),
  createdAt,
  ...(lastUsedOn ? { lastUsedOn } : {}),
  ...(expires ? { expiresAt: new Date(expires * 1000).toISOString() } : {}),
})
