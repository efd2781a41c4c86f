import "server-only"
import type { Actor } from "@/core/actor"
import { config } from "@/core/config"
import { AppError } from "@/core/error"
import { Identity } from "@/core/identity"
import { Provider, type Refusal } from "@/core/identity/identity.schema"
import { log } from "@/core/log"
import type { Held } from "./auth"
import type { Arrival } from "./oauth-providers"

/** Lets in who comes back from a provider, by what it says of them; every refusal becomes an answer. */
export async function entering(
  actor: Actor,
  provider: string,
  arrival: Arrival,
  { ageConfirmed = false }: Held,
): Promise<Identity.Entered> {
  try {
    const vouched = {
      provider: Provider.parse(provider),
      accountId: arrival.id,
      email: arrival.email ?? undefined,
      name: arrival.name ?? undefined,
      login: arrival.login,
    }
    return await Identity.enter(actor, vouched, { ageConfirmed })
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") return { kind: "refused", why: "often" }
    if (error instanceof AppError && error.code === "unavailable" && error.reason)
      return { kind: "refused", why: "closed" }
    if (error instanceof AppError && (error.reason === "unverified" || error.reason === "suspended")) {
      return { kind: "refused", why: error.reason }
    }
    log.error("sign-in with a provider failed", { provider, error: error as Error })
    return { kind: "refused", why: "failed" }
  }
}

/** Whether a request is somebody's return from a provider. */
export const isReturn = ([action, provider]: readonly string[]) =>
  action === "callback" && Provider.safeParse(provider).success

/**
 * Where the browser goes that returned from a provider: on, to its first upload, or to a page that says why not.
 * @param wanted where it wanted to go when it left, an address of this site
 */
export function placeAfter(request: Request, actor: Actor, wanted: string, { entered }: Held): string {
  const { siteUrl } = config.settings
  const { pathname, search } = new URL(wanted, siteUrl)
  const language = /^\/ja(\/|$)/.test(pathname) ? "/ja" : ""
  if (entered?.kind === "in")
    return entered.isNew ? `${siteUrl}${language}/upload?welcome` : siteUrl + pathname + search
  if (entered?.kind === "second_step")
    return `${siteUrl}${language}/signin?${new URLSearchParams({ step: "code", next: pathname + search })}`
  if (entered?.kind === "linked") return `${siteUrl}${language}/settings/account?linked`
  const error = entered?.why ?? whyOf(request)
  if (actor.kind === "user") return `${siteUrl}${language}/settings/account?${new URLSearchParams({ error })}`
  // Who is new says so where one joins.
  const page = error === "age_unconfirmed" ? "signup" : "signin"
  return `${siteUrl}${language}/${page}?${new URLSearchParams({ error, next: pathname + search })}`
}

/** What next-auth refused itself: the person went back at the provider, or something does not fit together. */
const whyOf = ({ url }: Request): Refusal =>
  new URL(url).searchParams.get("error") === "access_denied" ? "cancelled" : "failed"
