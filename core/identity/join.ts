import { randomInt } from "node:crypto"
import { termsVersion } from "../account/terms.schema"
import { type Actor, addressOf, localeOf } from "../actor"
import { config } from "../config"
import { Emergency } from "../emergency"
import { newId } from "../id"
import { limit } from "../limit"
import { measure } from "../metrics"
import { refused, transact } from "../table"
import { line } from "../text.schema"
import { epoch, hours, now } from "../time"
import { User } from "../user"
import { NewHandle } from "../user/handle.schema"
import { suggestHandle } from "../user/suggest-handle.schema"
import type { Vouched } from "./enter"

const Name = line(60, 1)
type Joined = { userId: string; role: "member"; emailVerified: true }

/**
 * Opens an account without a password for who comes from a provider with a confirmed address nobody has here.
 * @returns the account, or `again` when the address or the provider's account was taken in the same moment
 * @throws AppError `rate_limited` as sign-ups are, `unavailable` while they are closed
 */
export async function join(actor: Actor, vouched: Vouched, email: string): Promise<Joined | "again"> {
  await Emergency.permit("signup")
  await limit(["sign-up", addressOf(actor)], config.settings.limits.signUpsPerHour, hours(1))
  const userId = newId("user")
  for (const handle of handlesFor(vouched, email)) {
    const against = await open({ ...vouched, userId, handle, email, locale: localeOf(actor) })
    if (!against) {
      measure("Registrations")
      return { userId, role: "member", emailVerified: true }
    }
    if (against === "again") return "again"
  }
  throw new Error("No handle is free of a hundred thousand.")
}

type Wanted = Vouched & { userId: string; handle: string; email: string; locale: "en" | "ja" }

async function open(wanted: Wanted): Promise<"handle" | "again" | undefined> {
  const { userId, handle, email, locale, provider, accountId } = wanted
  const name = Name.safeParse([...(wanted.name ?? "")].slice(0, 60).join(""))
  const createdAt = now()
  const codes = await transact((t) => [
    t.handle
      .put({ handle, userId })
      .where((row, { notExists, lt }) => `${notExists(row.handle)} OR ${lt(row.expires, epoch())}`)
      .commit(),
    t.email.create({ hash: User.emailHash(email), userId }).commit(),
    t.user
      .create({
        userId,
        handle,
        name: name.success ? name.data : handle,
        email,
        emailVerified: true,
        locale,
        termsVersion,
        createdAt,
        [`${provider}Id`]: accountId,
      })
      .commit(),
    t.userCount.create({ userId }).commit(),
    t.account.create({ provider, accountId, userId, createdAt }).commit(),
  ])
  if (!codes) return undefined
  return codes[0] === refused ? "handle" : "again"
}

/** What somebody could be called, the likeliest first; then the same with numbers, which somebody hardly has yet. */
function* handlesFor({ login, name }: Vouched, email: string): Generator<string> {
  const given = [login, name, email.split("@")[0], "member"].map((words) => suggestHandle(words ?? ""))
  const [first = "member", ...rest] = given.filter((handle) => handle !== "" && isFree(handle))
  // Nobody is simply called member.
  if (first !== "member") yield* [first, ...rest.filter((handle) => handle !== "member")]
  for (const digits of [2, 3, 4, 5, 5, 5, 5]) {
    const numbered = `${first.slice(0, 24)}${randomInt(10 ** (digits - 1), 10 ** digits)}`
    if (isFree(numbered)) yield numbered
  }
}

const isFree = (handle: string) => NewHandle.safeParse(handle).success
