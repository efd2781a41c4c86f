import "server-only"
import type { Scope } from "@/core/access-token/access-token.schema"
import { type Actor, userIdOf } from "@/core/actor"
import { config } from "@/core/config"
import { AppError } from "@/core/error"
import { limit } from "@/core/limit"
import { addFields } from "@/core/log"
import { addressFrom, cameThroughCdn } from "./address"

/** @throws AppError `forbidden` for a request that went around the CDN where the stage has one */
export function requireCdn(headers: Headers): void {
  if (config.settings.cdnSecretRequired && !cameThroughCdn(headers)) {
    throw new AppError("forbidden", { reason: "around_cdn" })
  }
}

/** @throws AppError `forbidden` for a write that another site's page sent with our cookie */
export function requireSameOrigin(headers: Headers): void {
  const origin = headers.get("origin")
  if (origin === new URL(config.settings.siteUrl).origin) return
  addFields({ origin: (origin ?? "none").slice(0, 100) })
  throw new AppError("forbidden", { reason: "origin" })
}

/** What an access token needs for a call; `never` where only a signed-in browser may. */
export type Needs = Scope | "never"

/** @throws AppError `forbidden` for a token that may not do this; a browser may do what its person may */
export function requireScope(actor: Actor, needs: Needs): void {
  if (actor.kind !== "user" || !actor.token) return
  if (needs === "never") throw new AppError("forbidden", { reason: "browser_only" })
  if (!actor.token.scopes.includes(needs)) {
    throw new AppError("forbidden", { reason: "scope_missing", params: { scope: needs } })
  }
}

/**
 * A page that goes on for somebody, an upload say, names them: it must not go on as whoever signed in meanwhile.
 * @throws AppError `unauthenticated` when the actor is not who the page believes
 */
export function requireSamePerson(actor: Actor, headers: Headers): void {
  const believed = headers.get("x-signed-in-as")
  if (believed && believed !== userIdOf(actor))
    throw new AppError("unauthenticated", { reason: "somebody_else" })
}

/** @throws AppError `rate_limited` for whoever writes too often, counted by person, else by address */
export async function limitWrites(actor: Actor, headers: Headers): Promise<void> {
  const who = actor.kind === "user" ? actor.userId : addressFrom(headers)
  const { writesPerMinute } = config.settings.limits
  // Strangers may share an address.
  await limit(["write", who], actor.kind === "user" ? writesPerMinute : writesPerMinute * 5, 60)
}
