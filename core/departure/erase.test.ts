import { DeleteCommand } from "@aws-sdk/lib-dynamodb"
import { beforeAll, describe, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { everythingOf, versionsWith } from "../../testing/everything"
import { during } from "../../testing/faults"
import { given, password, visitor } from "../../testing/given"
import { mailsTo } from "../../testing/mail"
import { type Item, items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { Comment } from "../comment"
import { config } from "../config"
import { Post } from "../post"
import { SignIn } from "../sign-in"
import { table } from "../table"
import { dynamo } from "../table/client"
import { mentionsIn } from "../text-parts.schema"
import { epoch } from "../time"
import { User } from "../user"
import { answers } from "./answers"
import { Departure } from "./index"
import { order, steps } from "./steps"

beforeAll(() =>
  useSettings({ deletionGraceDays: 0, limits: { writesPerMinute: 100_000, commentsPerMinute: 1000 } }),
)

const longest = () => Date.now() + 120_000
const dayOn = () => Date.now() + 25 * 3600 * 1000

/** Whole days pass: DynamoDB removes what has expired by then. */
async function daysPass(days: number) {
  for (const { pk, sk, expires } of await items())
    if (typeof expires === "number" && expires <= epoch(days * 86_400))
      await dynamo.send(new DeleteCommand({ TableName: config.tableName, Key: { pk, sk } }))
}

/** Rows that hold one of these texts anywhere. */
const holding = async (texts: readonly string[]) =>
  (await items()).filter((item) => texts.some((text) => JSON.stringify(item).includes(text)))
/** Of kinds that do not stay. */
const left = (item: Item) => !("stays" in (answers[item.__edb_e__ as keyof typeof answers] ?? {}))
const named = ({ __edb_e__, pk, sk }: Item) => `${__edb_e__} ${pk} ${sk}`

describe("an account that is deleted (check 42)", () => {
  it("leaves no item, no object and no version; what others wrote stays", slow, async () => {
    const { ada, ben, theirs, earlier, eve, mine, answer, unsaid, said, ids, photoIds, handles } =
      await everythingOf(await given.person())
    expect((await versionsWith(photoIds)).length).toBeGreaterThanOrEqual(20)
    const before = await holding(ids)
    expect(new Set(before.map(({ __edb_e__ }) => __edb_e__)).size).toBeGreaterThan(30)
    await Departure.leave(ada, { password })
    await settle()
    expect(await Departure.goOn(longest())).toEqual({ more: false, faults: 0 })
    await settle()
    expect(await Departure.goOn(longest(), dayOn())).toEqual({ more: false, faults: 0 })
    await settle()

    expect(await versionsWith([...photoIds, ada.userId])).toEqual([])
    await daysPass(2)
    expect((await holding(ids)).filter(left).map(named)).toEqual([])
    // What stays names ids alone, and nothing that the person wrote.
    const stays = (await holding(ids)).filter((item) => !left(item))
    expect(new Set(stays.map(({ __edb_e__ }) => __edb_e__))).toEqual(new Set(["audit", "decision"]))
    for (const name of [...handles, ada.email, "Said by Ada", "Decided about", "Brought along"])
      expect(JSON.stringify(stays)).not.toContain(name)
    expect((await holding(["Said by Ada", "Said of Ada", "Grandma"])).map(named)).toEqual([])
    // Handles rest: nobody gets them for a year, and they say nothing of whose they were.
    const kept = (await holding(handles)).filter(
      ({ __edb_e__ }) => __edb_e__ !== "post" && __edb_e__ !== "reply",
    )
    expect(
      kept.filter(({ __edb_e__ }) => __edb_e__ !== "searchPost").map(({ __edb_e__ }) => __edb_e__),
    ).toEqual(expect.not.arrayContaining(["user", "notification", "searchPerson", "invalidation"]))
    for (const handle of handles) {
      const { data } = await table().handle.get({ handle }).go()
      expect(data).toEqual({ handle, expires: expect.any(Number) })
      await expect(User.get(visitor(), { handle })).rejects.toMatchObject({ code: "not_found" })
      await expect(User.update(ben, { handle })).rejects.toMatchObject({ reason: "handle_taken" })
    }

    // Ben's words are all there, and lead to nobody.
    const { caption } = await Post.get(ben, { postId: theirs.id })
    expect(caption.replaceAll("\u2060", "")).toContain(`Thanks to @${handles[1]} and @${handles[0]}, not @`)
    expect(mentionsIn(caption)).toHaveLength(1)
    const was = await Post.history(ben, { postId: earlier.id })
    expect(was.items.map(({ caption }) => caption.replaceAll("\u2060", ""))).toEqual([
      expect.stringContaining(`With @${handles[1]}, and @`),
    ])
    expect(was.items.flatMap(({ caption }) => mentionsIn(caption))).toEqual([eve.handle])
    const { items: talk } = await Comment.list(ben, { postId: theirs.id })
    expect(talk.map(({ id, deleted = false, text }) => [id, deleted, text.replaceAll("\u2060", "")])).toEqual(
      [
        [mine.id, true, ""],
        [said.id, false, `Look, @${handles[0]}`],
      ],
    )
    const below = await Comment.replies(ben, { commentId: mine.id })
    expect(below.items.map(({ id }) => id)).toEqual([answer.id, unsaid.id])
    const { items: taken } = await Comment.history(ben, { commentId: unsaid.id })
    expect(taken.map(({ text }) => text.replaceAll("\u2060", ""))).toEqual([`Where is @${handles[1]}?`])
    expect([...below.items, ...taken].flatMap(({ text }) => mentionsIn(text))).toEqual([])
    expect(talk[1]?.counts).toEqual({ likes: 0, replies: 0 })

    // Counters of others know.
    const post = await Post.get(ben, { postId: theirs.id })
    expect(post.counts).toMatchObject({ likes: 0, comments: 4 })
    expect((await User.get(visitor(), { handle: ben.handle })).counts).toMatchObject({
      followers: 0,
      following: 0,
    })
    expect((await mailsTo(ada.email)).map(({ subject }) => subject).slice(0, 2)).toEqual([
      expect.stringContaining("is erased"),
      expect.stringContaining("will be deleted"),
    ])
    await expect(SignIn.withPassword(visitor(), { email: ada.email, password })).rejects.toMatchObject({
      reason: "wrong_password",
    })
  })

  it("ends the same when every step is cut off after each of its calls", slow, async () => {
    const { ada, ids, photoIds } = await everythingOf(await given.person())
    const { dueAt } = await Departure.leave(ada, { password })
    await table().deletion.patch({ userId: ada.userId }).set({ state: "erasing", dueAt }).go()
    let cut = 0
    for (const name of order) {
      for (let calls = 1; ; calls += 1) {
        let made = 0
        const wrap = async (_: unknown, next: () => Promise<unknown>) => {
          if (++made > calls) throw new Error("cut off")
          return next()
        }
        const done = await during(wrap, () => steps[name](ada.userId)).then(
          (more) => !more,
          () => false,
        )
        if (done) break
        cut++
        if (calls % 4 === 0) await settle()
        if (calls > 400) throw new Error(`${name} does not end`)
      }
    }
    expect(cut).toBeGreaterThan(30)
    await settle()
    await Departure.goOn(longest())
    await settle()
    await Departure.goOn(longest(), dayOn())
    await settle()
    await daysPass(2)
    expect(await versionsWith([...photoIds, ada.userId])).toEqual([])
    expect((await holding(ids)).filter(left).map(named)).toEqual([])
  })
})
