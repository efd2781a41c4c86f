import { randomBytes } from "node:crypto"
import { writeFile } from "node:fs/promises"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { Account } from "../../core/account"
import { Drill } from "../../core/drill"
import { isPoison, poisonKey } from "../../core/drill/poison"
import { handler as photoUploaded } from "../../functions/photo-uploaded"
import { temporaryFolder } from "../../local/test-kit"
import { useSettings } from "../../testing/settings"
import { startSite } from "../../testing/site"
import { slow } from "../../testing/slow"
import { secretsIn } from "../security/secrets-in"
import { ops } from "../testing/ops"
import { leakDrill } from "./leak"
import { rehearse } from "./rehearsal"

vi.mock("../who", () => ({ who: async () => "ada, on call" }))
const stage = ["--stage", "staging"]
const leak = (site: string) => ({ site, password: "a canary's own long password 4711", by: "ada" })

let site: Awaited<ReturnType<typeof startSite>>
beforeAll(async () => {
  site = await startSite()
  useSettings({ siteUrl: site.origin, limits: { signInsPerQuarterHour: 1000 } })
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "staging" })
})
afterAll(() => site.close())

describe("a leak", () => {
  it("is dead with the next request, and a planted secret is found", slow, async () => {
    const checks = await leakDrill(leak(site.origin))
    expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
      ["a leaked session", true],
      ["a leaked access token", true],
      ["the canary's leaked password", true],
      ["a secret in a file", true],
    ])
    expect(checks[0]?.found).toMatch(/^answered 200; cut off, 401 within \d+ ms$/)
  })

  it("that is not cut off fails the drill", slow, async () => {
    const signOut = vi.spyOn(Account, "signOut").mockImplementation(async () => {})
    const checks = await leakDrill(leak(site.origin))
    signOut.mockRestore()
    expect(checks.map(({ ok }) => ok)).toEqual([false, false, true, true])
  })
})

describe("poison", () => {
  const event = (key: string) =>
    ({
      Records: [{ eventName: "ObjectCreated:Put", s3: { object: { key, size: 1, sequencer: "1" } } }],
    }) as never

  it("is refused until its moment, and is nobody's photo then", async () => {
    const soon = poisonKey(Date.now() + 60_000)
    await expect(photoUploaded(event(soon), {} as never)).rejects.toThrow("A drill")
    await expect(photoUploaded(event(poisonKey(Date.now() - 1)), {} as never)).resolves.toBeUndefined()
    expect(isPoison("incoming/usr_01J0000000000000000000000A/pho_01J0000000000000000000000A")).toBe(false)
  })
})

it("a rollback is rehearsed as far as a laptop can, and a commit that is none fails it", slow, async () => {
  const checks = await rehearse("HEAD")
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ["the earlier release", true],
    ["a checkout of its own", true],
    ["the rows", true],
  ])
  expect(await rehearse("no-such-release")).toMatchObject([
    { ok: false, found: "git knows no no-such-release" },
  ])
})

it("production is not taken back and forth by the way", async () => {
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "production" })
  expect(await ops("drill", "rollback", "--stage", "production")).toMatchObject({ code: 3 })
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "staging" })
})

it("drills are listed with their last proof; what is old, failed or was never made is overdue", async () => {
  const record = (kind: "alarm" | "dlq" | "leak", ok: boolean) =>
    Drill.record({ kind: "system" }, { kind, by: "ada", ok, proof: [{ name: "it", ok, found: "seen" }] })
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 100 * 86_400_000 })
  await record("dlq", true)
  vi.useRealTimers()
  await record("alarm", true)
  await record("leak", true)
  await record("leak", false)
  const { code, out } = await ops("drill", "list", ...stage, "--json")
  expect(code).toBe(1)
  const overdue = Object.fromEntries(
    JSON.parse(out).map((one: { kind: string; overdue: boolean }) => [one.kind, one.overdue]),
  )
  expect(overdue).toEqual({ restore: true, rollback: true, alarm: false, dlq: true, leak: true })
})

describe("secrets in files", () => {
  // Put together here, so that this file holds none.
  const text = (length: number) => randomBytes(length).toString("hex").toUpperCase().slice(0, length)
  it.each([
    ["an access token of ours", `pat_${randomBytes(32).toString("base64url")}`],
    ["an access key of AWS", `AKIA${text(16)}`],
    ["a token of GitHub", `ghp_${text(36)}`],
    ["a private key", ["-----BEGIN", "PRIVATE KEY-----"].join(" ")],
    ["a secret of a stage", `AuthSecret=1:${randomBytes(32).toString("base64url")}`],
  ])("%s is found, and not repeated", async (what, secret) => {
    const file = path.join(await temporaryFolder(), "notes.txt")
    await writeFile(file, `first\nlook: ${secret}\n`)
    expect(await secretsIn([file])).toEqual([{ file, line: 2, what }])
  })

  it("this repository has none", async () => {
    expect(await ops("security", "scan", ...stage)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^No secret in \d+ files/),
    })
  })
})
