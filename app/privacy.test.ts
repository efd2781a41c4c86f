import { readdirSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { cookieName } from "@/app/_server/session-cookie"
import { retention } from "@/core/account/retention.schema"
import { Session } from "@/core/session"
import { handleRest } from "@/core/user/erase"
import { profiles } from "@/infra/stages"
import en from "@/messages/en/legal.json"
import ja from "@/messages/ja/legal.json"

const days = 86_400

it("is named every cookie that the code sets, in both languages", () => {
  const code = readdirSync("app/_server")
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(`app/_server/${file}`, "utf8"))
  // Those that a line is made of by `line(…)` or stand in a function of their own; next-auth's are its own.
  const own = code.flatMap((text) => [
    ...[...text.matchAll(/\bline\("([\w-]+)"/g)].map(([, name]) => name),
    ...[...text.matchAll(/"__Host-" : ""\}([\w-]+)`/g)].map(([, name]) => name),
  ])
  const ofNextAuth = ["csrf-token", "callback-url", "state", "nonce", "pkce.code_verifier"]
  const names = new Set([cookieName(), ...own, ...ofNextAuth.map((name) => `next-auth.${name}`)])
  expect(names.size).toBeGreaterThanOrEqual(9)
  for (const { cookies } of [en.privacy, ja.privacy])
    for (const name of names) expect(Object.values(cookies).join("\n")).toContain(name)
})

it("tells the times that things are really kept", () => {
  expect(retention.session * days).toBe(Session.sessionSeconds)
  expect(retention.device * days).toBe(Session.deviceSeconds)
  expect(retention.handle * days).toBe(handleRest)
  const storage = readFileSync("infra/storage.ts", "utf8")
  expect(storage).toContain(`noncurrentDays: ${retention.versions}`)
  const logs = { "1 week": 7, "1 month": 31, "3 months": 92 }
  const longest = Math.max(...Object.values(profiles).map((profile) => logs[profile.logs]))
  expect(retention.logs).toBeGreaterThanOrEqual(longest - 2)
})
