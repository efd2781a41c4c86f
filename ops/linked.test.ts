import { loadResourceEnvironment } from "sst/resource/shared"
import { beforeAll, beforeEach, expect, it, vi } from "vitest"
import { Comment } from "../core/comment"
import { config } from "../core/config"
import { Moderation } from "../core/moderation"
import { Release } from "../core/release"
import { table } from "../core/table"
import { settle } from "../testing/events"
import { given, type Person } from "../testing/given"
import { slow } from "../testing/slow"
import type { run } from "./cli"

vi.mock("./who", () => ({ who: async () => "ada, on call" }))
// The stage has no logs.
vi.mock("./explain/find", () => ({ finder: () => async () => [] }))

const links = { ...process.env }
const isLink = (name: string) => name.startsWith("SST_RESOURCE_") && name !== "SST_RESOURCE_Table"
let person: Person
let ids: Record<string, string>

beforeAll(async () => {
  person = await given.person("ada")
  const post = await given.post(person)
  const picture = { photoId: post.photos[0]?.photoId ?? "", width: 64, height: 48, color: "#aabbcc" }
  const avatar = { ...picture, thumbhash: "AAAA", version: 1, public: true, x: 0, y: 0 }
  await table().user.patch({ userId: person.userId }).set({ avatar }).go()
  const comment = await Comment.write(person, { postId: post.id, text: "Mine" })
  const warned = { act: "warn", rule: "spam", reason: "Advertisements.", warning: undefined } as const
  const decision = await Moderation.one({ by: "a test", role: "admin" }, person.userId, warned)
  await settle()
  ids = { "<post>": post.id, "<comment>": comment.id, "<decision>": decision }
  const place = { region: "ap-northeast-1", site: "https://site.test", api: "https://api.test" }
  const buckets = { originals: config.originalsBucket, media: config.mediaBucket }
  const outputs = { stage: "elsewhere", ...place, ...buckets, table: config.tableName }
  await Release.record(
    { kind: "system" },
    {
      ...{ tag: "t1", commit: "a".repeat(40), by: "ada", outcome: "good" },
      outputs: { ...outputs, settings: config.settings },
    },
  )
})

// As on a laptop outside `sst shell`: of the stage nothing is linked but this file's table.
beforeEach(() => {
  const { __SST_RESOURCE_RAW__: raw } = globalThis as unknown as Record<string, Record<string, unknown>>
  for (const name of Object.keys(links).filter(isLink)) {
    delete process.env[name]
    delete raw?.[name.replace("SST_RESOURCE_", "")]
  }
  // The environment is read once, which the stage's own link comes before.
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "elsewhere" })
  loadResourceEnvironment({ SST_RESOURCE_App: process.env.SST_RESOURCE_App })
  vi.resetModules()
})

async function type(line: string) {
  const printed: string[] = []
  const io = { out: (text: string) => printed.push(text), error: (text: string) => printed.push(text) }
  const cli: { run: typeof run } = await import("./cli")
  const words = line.split(" ").map((word) => ids[word] ?? word)
  const code = await cli.run([...words, "--stage", "elsewhere"], io)
  return { code, printed: printed.join("\n") }
}

it("whoever sees a comment is told although its author has an avatar", slow, async () => {
  const { printed } = await type("explain <comment> --json")
  expect(JSON.parse(printed).sight[0]).toMatchObject({ who: "a visitor", sees: true })
})

it.each([
  "user show ada",
  "user suspend ada --yes",
  "user restore ada --yes",
  "user delete ada --yes",
  "user deletions",
  "user cancel-deletion ada --yes",
  "user deactivate ada --yes",
  "user sign-out ada --yes",
  "user promote ada --role member --yes",
  "moderation queue",
  "moderation show <post>",
  "moderation show <comment>",
  "moderation decide <post> hide --reason Spam. --yes",
  "moderation undo <decision> --why mistaken --yes",
  "moderation queue --of decided",
  "incident list",
  "blocklist list",
  "releases",
  "mode",
])("%s needs no shell of the stage", slow, async (line) => {
  const { code, printed } = await type(line)
  expect(printed).not.toMatch(/is not linked|^ {4}at /m)
  expect([code, printed]).toEqual([0, expect.any(String)])
})

it("an e-mail address says where it can be looked up", async () => {
  const { code, printed } = await type(`user show ${person.email}`)
  expect([code, printed]).toEqual([2, expect.stringContaining("npx sst shell")])
})
