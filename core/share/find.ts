import { type Actor, addressOf, readOnce, unlocksOf } from "../actor"
import { AppError } from "../error"
import { limit } from "../limit"
import { table } from "../table"
import { epoch, minutes } from "../time"
import { hashOf } from "./link-token"
import { isProven } from "./proof"
import { type ShareRow, standingOf } from "./share.access"
import { type Target, targetOf } from "./target"

/** Unknown tokens from one address in ten minutes, after which it has to wait: nobody types a link wrong so often. */
const guesses = 30

export type Found = { link: ShareRow; target: Target; standing: "open" | "locked" }

/**
 * What a token opens to the actor: the link, and what it stands for.
 * @throws AppError `not_found` for a token that is none, or whose target is gone or not for this actor; `gone` for a
 * link that is over: who has the right token is told; `rate_limited` for who guesses
 */
export const find = (actor: Actor, token: string): Promise<Found> =>
  readOnce(actor, `link ${token}`, () => read(actor, token))

/** The same of a link that is open. @throws AppError `forbidden` while its password is asked for */
export async function open(actor: Actor, token: string): Promise<Found> {
  const found = await find(actor, token)
  if (found.standing === "locked") throw new AppError("forbidden", { reason: "link_locked" })
  return found
}

async function read(actor: Actor, token: string): Promise<Found> {
  const { link, wasOne } = await rowOf(hashOf(token))
  if (!link) {
    if (wasOne) throw ended()
    await limit(["link-guess", addressOf(actor)], guesses, minutes(10))
    throw new AppError("not_found", { reason: "no_link" })
  }
  const target = await targetOf(actor, link)
  if (!target) throw new AppError("not_found", { reason: "no_link" })
  const unlocked = isProven(link, unlocksOf(actor))
  const standing = standingOf(link, { at: Date.now(), unlocked, given: target.given })
  if (standing === "ended") throw ended()
  return { link, target, standing }
}

export const ended = () => new AppError("gone", { reason: "link_ended" })

/** A link by its token's hash, strongly consistent: a revoked one opens nothing. Known or not, it costs the same. */
export async function rowOf(hash: string): Promise<{ link: ShareRow | undefined; wasOne: boolean }> {
  const [{ data: link }, { data: past }] = await Promise.all([
    table().share.get({ hash }).go({ consistent: true }),
    table().shareEnded.get({ hash }).go({ consistent: true }),
  ])
  return { link: link ?? undefined, wasOne: past !== null && past.expires > epoch() }
}
