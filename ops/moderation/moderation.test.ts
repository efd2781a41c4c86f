import { createHash } from "node:crypto"
import { writeFile } from "node:fs/promises"
import path from "node:path"
import { beforeAll, expect, it, vi } from "vitest"
import { Audit } from "../../core/audit"
import { Blocklist } from "../../core/blocklist"
import { Moderation } from "../../core/moderation"
import { Post } from "../../core/post"
import { Report } from "../../core/report"
import { table } from "../../core/table"
import { Takedown } from "../../core/takedown"
import { temporaryFolder } from "../../local/test-kit"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { slow } from "../../testing/slow"
import { ops } from "../testing/ops"

vi.mock("../who", () => ({ who: async () => "ada, on call" }))
const stage = ["--stage", "staging"]
const read = async (...words: string[]) => JSON.parse((await ops(...words, ...stage, "--json")).out)

// As inside `sst shell --stage staging`, with this file's table.
beforeAll(() => {
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "staging" })
})

it(
  "a case is listed, shown without who reported, decided and undone by whoever is on call, and each is noted",
  slow,
  async () => {
    const [author, reporter] = await Promise.all([given.person(), given.person()])
    const post = await given.post(author, { caption: "Buy this" })
    await Report.make(reporter, { target: post.id, kind: "spam", text: "An advertisement." })
    const [line] = await read("moderation", "queue")
    expect(line).toMatchObject({ target: post.id, what: "spam", reports: 1 })
    const shown = await read("moderation", "show", post.id)
    expect(shown).toMatchObject({
      status: "open",
      text: "Buy this",
      reports: [{ text: "An advertisement." }],
    })
    expect(JSON.stringify(shown)).not.toContain(reporter.handle)
    expect(JSON.stringify(shown)).not.toContain(reporter.userId)

    const hide = ["moderation", "decide", post.id, "hide", "--rule", "spam", ...stage]
    const reason = ["--reason", "An advertisement."]
    expect(await ops(...hide, "--yes")).toMatchObject({
      code: 2,
      errors: expect.stringContaining("--reason"),
    })
    expect(await ops(...hide, ...reason)).toMatchObject({
      code: 2,
      errors: expect.stringContaining("staging"),
    })
    expect(await ops(...hide, ...reason, "--dry-run")).toMatchObject({ code: 0 })
    await Post.get(reporter, { postId: post.id })
    const { code, out } = await ops(...hide, ...reason, "--yes", "--json")
    expect(code).toBe(0)
    await settle()
    await expect(Post.get(reporter, { postId: post.id })).rejects.toMatchObject({ code: "not_found" })
    const { id } = JSON.parse(out)
    expect(await Moderation.read(author, { id })).toMatchObject({ act: "hide", reason: "An advertisement." })
    expect(await ops(...hide, ...reason, "--yes")).toMatchObject({ code: 1 })

    expect(await read("moderation", "queue", "--of", "decided")).toMatchObject([{ decision: id }])
    await Moderation.appeal(author, { id, text: "It is not one." })
    expect(await read("moderation", "queue", "--of", "appeals")).toMatchObject([
      { decision: id, target: post.id },
    ])
    const undo = ["moderation", "undo", id, "--why", "a mistake", ...stage]
    expect(await ops(...undo)).toMatchObject({ code: 2 })
    expect(await ops(...undo, "--yes")).toMatchObject({ code: 0 })
    expect(await ops(...undo, "--yes")).toMatchObject({ code: 1 })
    await settle()
    await Post.get(reporter, { postId: post.id })
    expect(await ops("moderation", "show", "pst_01J0000000000000000000000A", ...stage)).toMatchObject({
      code: 4,
    })
    expect((await Audit.ofUser(author.userId)).map(({ what, by }) => [what, by])).toEqual([
      ["moderation undo", "ada, on call"],
      ["moderation hide", "ada, on call"],
    ])
  },
)

it(
  "a post is hidden by a legal notice, and the counter-notice against that is read and answered",
  slow,
  async () => {
    const [author, holder] = await Promise.all([given.person(), given.person()])
    const [post, other] = await Promise.all([given.post(author), given.post(holder)])
    const text = "This photo is mine, it hangs in my shop."
    const sender = { name: "Rita Holder", email: holder.email, right: "copyright", sworn: true } as const
    const sent = ({ id: address }: { id: string }) => Takedown.send(holder, { ...sender, address, text })
    const [{ id: notice }, { id: another }] = await Promise.all([sent(post), sent(other)])
    const hide = (by: string, rule = "copyright") =>
      ops(
        ...["moderation", "decide", post.id, "hide", "--rule", rule, "--reason", "See the notice."],
        ...["--notice", by, ...stage, "--yes", "--json"],
      )
    expect(await hide("tkd_1")).toMatchObject({
      code: 2,
      errors: expect.stringContaining("no id of a legal"),
    })
    const ruled = expect.stringContaining("--rule copyright or illegal")
    expect(await hide(notice, "spam")).toMatchObject({ code: 2, errors: ruled })
    expect(await hide(another)).toMatchObject({ code: 1, errors: expect.stringContaining("no such notice") })
    const { id } = JSON.parse((await hide(notice)).out)
    expect(await Moderation.read(author, { id })).toMatchObject({ act: "hide", notice: text })

    const answer = (...words: string[]) => ops("moderation", "answer", id, ...words, ...stage, "--yes")
    const upheld = ["upheld", "--text", "The receipt is not yours."]
    expect(await answer(...upheld)).toMatchObject({ code: 4, errors: `Nobody has appealed against ${id}.` })
    const counterNotice = { name: "Otto Author", sworn: true } as const
    await Moderation.appeal(author, { id, text: "I have the receipt.", counterNotice })
    const shown = await ops("moderation", "show", post.id, ...stage)
    expect(shown.out).toMatch(new RegExp(`${id} +open +sworn +I have the receipt\\.`))
    expect(shown.out).not.toMatch(/Rita|Otto/)

    expect(await answer("upheld")).toMatchObject({ code: 2, errors: expect.stringContaining("--text") })
    expect(await answer("denied", "--text", "No.")).toMatchObject({ code: 2 })
    expect(await answer(...upheld)).toMatchObject({ code: 0, out: expect.stringContaining("is upheld") })
    expect(await answer(...upheld)).toMatchObject({
      code: 1,
      errors: expect.stringContaining("upheld already"),
    })
    const told = await ops("moderation", "show", post.id, ...stage, "--json")
    expect(JSON.parse(told.out)).toMatchObject({
      notices: [{ at: expect.any(String) }],
      appeals: [{ status: "upheld", at: expect.any(String), answeredAt: expect.any(String) }],
    })
    expect(told.out).not.toMatch(/Rita|Otto/)
    const { appeal } = await Moderation.read(author, { id })
    expect(appeal).toMatchObject({ status: "upheld", answer: "The receipt is not yours." })
    expect((await Audit.ofUser(author.userId)).map(({ what, by }) => [what, by])).toEqual([
      ["moderation uphold", "ada, on call"],
      ["moderation hide", "ada, on call"],
    ])
  },
)

it("a person is found by their handle, and what is no id is called so", async () => {
  const person = await given.person()
  expect(await read("moderation", "show", person.handle)).toMatchObject({
    target: person.userId,
    kind: "user",
  })
  const warn = ["warn", "--reason", "Advertisements.", ...stage, "--yes"]
  expect(await ops("moderation", "decide", person.handle, ...warn)).toMatchObject({ code: 0 })
  const errors = expect.stringContaining("pst_1 is no id of a post, comment, photo or person")
  expect(await ops("moderation", "show", "pst_1", ...stage)).toMatchObject({ code: 4, errors })
  expect(await ops("moderation", "decide", "pst_1", ...warn)).toMatchObject({ code: 4, errors })
})

it("hashes and files are blocked and let in again, and each is noted", async () => {
  const file = path.join(await temporaryFolder(), "notes.txt")
  await writeFile(file, "no picture at all")
  const sha256 = createHash("sha256").update("no picture at all").digest("hex")
  const why = ["--why", "a letter"]
  expect(await ops("blocklist", "add", file, ...why, ...stage, "--dry-run")).toMatchObject({ code: 0 })
  expect(await Blocklist.isBlocked(sha256)).toBe(false)
  expect(await ops("blocklist", "add", file, ...why, ...stage, "--yes")).toMatchObject({ code: 0 })
  expect(await Blocklist.isBlocked(sha256)).toBe(true)
  const dhash = "dhash:a1b2c3d4e5f60718"
  expect(await ops("blocklist", "add", dhash, ...why, ...stage, "--yes")).toMatchObject({ code: 0 })
  expect((await read("blocklist", "list")).map(({ hash }: { hash: string }) => hash)).toEqual([
    dhash,
    `sha256:${sha256}`,
  ])
  for (const what of ["dhash:0000000000000000", "no-such-file"])
    expect((await ops("blocklist", "add", what, ...why, ...stage, "--yes")).code).not.toBe(0)
  for (const hash of [dhash, `sha256:${sha256}`])
    expect(await ops("blocklist", "remove", hash, ...stage, "--yes")).toMatchObject({ code: 0 })
  expect(await ops("blocklist", "remove", dhash, ...stage, "--yes")).toMatchObject({ code: 4 })
  expect(await Blocklist.isBlocked(sha256)).toBe(false)
  const noted = (await Audit.ofDay(new Date().toISOString().slice(0, 10))).filter(({ what }) =>
    what.startsWith("blocklist"),
  )
  expect(noted.map(({ what }) => what)).toEqual([
    "blocklist add",
    "blocklist add",
    "blocklist remove",
    "blocklist remove",
  ])
})

it("an entry of the audit that was changed is told", async () => {
  const what = { by: "a test", what: "verify test", detail: "one" }
  await Audit.record({ kind: "system" }, what)
  await settle()
  const day = new Date().toISOString().slice(0, 10)
  const own = (await table().audit.query.byDay({ day }).go()).data.find((row) => row.what === what.what)
  const faults = async () => {
    const { faults: found } = await read("audit", "verify", "--day", day)
    return found.filter(({ auditId }: { auditId: string }) => auditId === own?.auditId)
  }
  expect(await faults()).toEqual([])
  if (own)
    await table()
      .audit.put({ ...own, detail: "two" })
      .go()
  expect(await faults()).toEqual([{ auditId: own?.auditId, fault: "changed" }])
  expect(await ops("audit", "verify", "--day", "yesterday", ...stage)).toMatchObject({ code: 2 })
})
