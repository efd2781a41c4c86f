import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, expect, it, vi } from "vitest"
import { Blocklist } from "../core/blocklist"
import { Moderation } from "../core/moderation"
import { given } from "../testing/given"
import { run } from "./cli"
import { commandNames, findCommand } from "./registry"
import { documented, mentioned, words } from "./testing/documented"
import { rehearsal } from "./testing/rehearsal"

// Read once, when the first module asks for it.
vi.hoisted(() => {
  process.env.SST_RESOURCE_CanarySecret = JSON.stringify({ value: "a secret of this test alone" })
})

const ours = "npm run ops -- "
const lines = documented("docs/operations.md")
const commands = [
  ...new Set([...lines.filter((line) => line.startsWith(ours)), ...mentioned("docs/operations.md")]),
]
  // What stands for any command, or for all of them.
  .filter((line) => line.length > ours.length && line !== `${ours}…`)

let world: Awaited<ReturnType<typeof rehearsal>>
/** What the documents leave open. */
let open: Record<string, string> = {}

async function type(line: string, ...more: string[]) {
  const [printed, errors]: [string[], string[]] = [[], []]
  const filled = Object.entries(open).reduce((text, [name, value]) => text.replace(name, value), line)
  const typed = words(
    filled.slice(ours.length).replace("--stage production", "").replace("--stage staging", ""),
  )
  const io = { out: (text: string) => printed.push(text), error: (text: string) => errors.push(text) }
  const code = await run([...typed, ...more], io, async () => world.stage)
  return { code, out: printed.join("\n"), errors: errors.join("\n") }
}

beforeAll(async () => {
  world = await rehearsal(undefined, await mkdtemp(path.join(tmpdir(), "runbook-")))
  const ada = await given.person("ada")
  const { userId } = ada
  const warned = { act: "warn", rule: "spam", reason: "Advertisements.", warning: undefined } as const
  const decision = await Moderation.one({ by: "a test", role: "admin" }, userId, warned)
  await Moderation.appeal(ada, { id: decision, text: "They are none." })
  await writeFile(
    path.join(world.dataDir, "dashboard-config.json"),
    JSON.stringify({ widgets: [{ type: "text" }] }),
  )
  const sha256 = "a1".repeat(32)
  await Blocklist.add({ sha256 }, { why: "a letter", by: "a test" })
  const opened = await type(
    `${ours}incident open "Photos do not open" --journeys feed --text "We look into it."`,
    "--yes",
    "--json",
  )
  if (opened.code !== 0) throw new Error(`${opened.out} ${opened.errors}`)
  open = {
    "5m": "1s",
    "dashboard-config.json": path.join(world.dataDir, "dashboard-config.json"),
    "--out reports": `--out ${world.dataDir}`,
    "<ARN>": "arn:aws:acm:us-east-1:123456789012:certificate/your-cert-id",
    "<letter>": "01JD2Q5S0V9Z8Y7X6W5V4T3S2R",
    "<invalidation>": "I1234567890123",
    "<incident>": /inc_\w+/.exec(opened.out)?.[0] ?? opened.errors,
    "<address or id>": "ada",
    "<target>": userId,
    "<decision>": decision,
    "<notice>": "tkd_01J0000000000000000000000A",
    "<hash>": `sha256:${sha256}`,
  }
})

afterAll(() => rm(world.dataDir, { recursive: true }))

it.each(commands)("%s", async (line) => {
  expect(findCommand(words(line.slice(ours.length))), "a command that there is").toBeDefined()
  const changes = (await type(line, "--help")).out.includes("--dry-run")
  const { code, out, errors } = await type(line, ...(changes ? ["--dry-run"] : []))
  // 0 and 1 are answers; otherwise a sentence says why not here. A laptop has no certificate, and nobody's dead letters.
  if (code > 1)
    expect(errors).toMatch(/--stage production|local stage|laptop|Stage local has no|There is no dead letter/)
  else if (!line.includes("--follow")) expect(`${out}${errors}`).not.toBe("")
  expect(errors).not.toMatch(/^ +at /m)
})

it("shows every command that there is", () => {
  const text = [...commands, ...documented("docs/deploy.md")].join("\n")
  // A deployment types that one.
  expect(commandNames().filter((name) => !text.includes(`${ours}${name}`))).toEqual(["releases record"])
})
