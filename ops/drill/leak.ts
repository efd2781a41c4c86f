import { randomBytes } from "node:crypto"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { z } from "zod"
import { Account } from "../../core/account"
import { Canary } from "../../core/canary"
import { SiteClient } from "../../core/client"
import { User } from "../../core/user"
import { secretsIn } from "../security/secrets-in"
import { type Check, check, patience } from "../verify/check"

type Leak = {
  site: string
  /** The canary's password: its account plays the one whose secrets leak. */
  password: string
  by: string
}

const Token = z.object({ token: z.string() })

/**
 * Lets a session, an access token and a password of the canary leak, uses them as a thief would, cuts each off as an
 * operator would, and looks whether the very next request is refused.
 */
export async function leakDrill({ site, password, by }: Leak): Promise<Check[]> {
  await Canary.enrol(password)
  const { email } = Canary.account
  const thief = new SiteClient(site, { signal: AbortSignal.timeout(60_000) })
  await thief.signIn({ email, password })
  const wanted = { name: "drill", scopes: ["read"], expiresInDays: 1 }
  const { token } = await thief.send("POST", "/api/me/tokens", wanted, Token)
  const asked = { session: () => statusOf(() => thief.fetch("/api/me")), token: () => bearer(site, token) }
  const before = [await asked.session(), await asked.token()]

  const userId = (await User.byEmail(email))?.userId ?? ""
  const began = performance.now()
  await Account.signOut({ kind: "system" }, { userId, by, why: "a drill: a leaked credential" })
  const after = [await asked.session(), await asked.token()]
  const took = `within ${Math.round(performance.now() - began)} ms`
  const dead = (at: number, what: string): Check => ({
    name: `a leaked ${what}`,
    ok: before[at] === 200 && after[at] === 401,
    found: `answered ${before[at]}; cut off, ${after[at]} ${took}`,
  })
  return [
    dead(0, "session"),
    dead(1, "access token"),
    await check("the canary's leaked password", () => passwordDies(site, password)),
    await check("a secret in a file", plantedIsFound),
  ]
}

/** Another password, and the leaked one opens nothing; then the stage's own again. */
async function passwordDies(site: string, password: string) {
  try {
    await Canary.enrol(randomBytes(24).toString("base64url"))
    const signIn = () => new SiteClient(site).signIn({ email: Canary.account.email, password })
    const refused = await signIn().then(
      () => "it still signs in",
      (error: Error) => (/password|Credentials/i.test(error.message) ? undefined : error.message),
    )
    return { ok: refused === undefined, found: refused ?? "replaced, it is refused at once" }
  } finally {
    await Canary.enrol(password)
  }
}

/** A token in a file is found, and nothing in the same file without it. */
async function plantedIsFound() {
  const folder = await mkdtemp(path.join(tmpdir(), "drill-"))
  try {
    const file = path.join(folder, "notes.txt")
    await writeFile(file, `curl -H 'Authorization: Bearer pat_${randomBytes(32).toString("base64url")}'\n`)
    const planted = await secretsIn([file])
    await writeFile(file, "curl -H 'Authorization: Bearer $TOKEN'\n")
    const clean = await secretsIn([file])
    return {
      ok: planted.length === 1 && clean.length === 0,
      found: `${planted.length} found where one was planted, ${clean.length} where none was`,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const statusOf = (call: () => Promise<Response>) =>
  call().then(
    ({ status }) => status,
    (error: { status?: number }) => error.status ?? 0,
  )

const bearer = (site: string, token: string) =>
  statusOf(() =>
    fetch(`${site}/api/me`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patience),
    }),
  )
