import { beforeAll, describe, expect, it } from "vitest"
import { handler as tableChanged } from "../../functions/table-changed"
import { api, Problem } from "../../testing/api"
import { changes, settle } from "../../testing/events"
import { during, justBefore } from "../../testing/faults"
import { given, type Person, visitor } from "../../testing/given"
import { rewrittenPost, writtenPost } from "../../testing/posts"
import { items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import type { Actor } from "../actor"
import { Block } from "../block"
import { Post } from "../post"
import { table } from "../table"
import { User } from "../user"
import { Search } from "./index"

beforeAll(() => useSettings({ limits: { signUpsPerHour: 1000, searchesPerMinute: 100_000 } }))

let count = 0
/** A word that no other test has. */
const fresh = () => `w${Date.now().toString(36)}${(count++).toString(36)}`
const found = async (q: string, actor: Actor = visitor(), more = {}) =>
  (await Search.find(actor, { q, ...more })).items.map((item) => ("id" in item ? item.id : item.tag))
const people = (q: string, actor: Actor = visitor(), more = {}) => found(q, actor, { type: "users", ...more })
const rowsOf = async (kind: string, id: string) =>
  (await items()).filter(({ __edb_e__, sk }) => __edb_e__ === kind && sk.includes(id)).map(({ pk }) => pk)

describe("photos by words", () => {
  it("are public posts with all of them in caption and descriptions, newest first", async () => {
    const [ada, word, other] = [await given.person(), fresh(), fresh()]
    const first = await writtenPost(ada, { caption: `${word} 朝霧`, altText: `A jetty, ${other}` })
    const second = await writtenPost(ada, { caption: `${other} and #${word}` })
    await writtenPost(ada, { caption: word, audience: "followers" })
    await writtenPost(ada, { caption: word, audience: "private" })
    await settle()
    expect(await found(`${word} ${other}`)).toEqual([second, first])
    expect(await found(`${word} 霧`)).toEqual([first])
    expect(await found(`${word} ${fresh()}`)).toEqual([])
    expect(await found(word, ada)).toEqual([second, first])
  })

  it("follow an edit, a narrowing and a deletion at once, and their rows behind it", slow, async () => {
    const [ada, word, later] = [await given.person(), fresh(), fresh()]
    const [edited, narrowed, deleted] = [
      await writtenPost(ada, { caption: word }),
      await writtenPost(ada, { caption: word }),
      await writtenPost(ada, { caption: word }),
    ]
    await settle()
    expect(await found(word)).toEqual([deleted, narrowed, edited])
    await rewrittenPost(edited, { caption: later })
    await rewrittenPost(narrowed, { audience: "followers" })
    await Post.remove(ada, { postId: deleted })
    expect(await found(word)).toEqual([])
    await settle()
    expect(await found(later)).toEqual([edited])
    expect(await rowsOf("searchPost", narrowed)).toEqual([])
    expect(await rowsOf("searchPost", deleted)).toEqual([])
    expect(await rowsOf("searchPost", edited)).not.toContain(`TERM#${word}`)
    await rewrittenPost(narrowed, { audience: "public" })
    await settle()
    expect(await found(word)).toEqual([narrowed])
  })

  it("are not shown behind a block, of who is muted, with a filtered word, or of an account just closed", async () => {
    const [ada, eve, word] = [await given.person(), await given.person(), fresh()]
    const post = await writtenPost(ada, { caption: `${word} spoiler` })
    await settle()
    expect(await found(word, eve)).toEqual([post])
    await Block.setFilters(eve, { words: ["spoiler"] })
    expect(await found(word, eve)).toEqual([])
    await Block.setFilters(eve, { words: [] })
    await Block.mute(eve, { handle: ada.handle })
    expect(await found(word, eve)).toEqual([])
    await Block.unmute(eve, { handle: ada.handle })
    for (const [by, whom] of [
      [ada, eve],
      [eve, ada],
    ] as const) {
      await Block.block(by, { handle: whom.handle })
      expect(await found(word, eve)).toEqual([])
      await Block.unblock(by, { handle: whom.handle })
    }
    await given.closed(ada)
    expect(await found(word, eve)).toEqual([])
  })

  it("are found by a camera that their author shows, with words or without", async () => {
    const [ada, word] = [await given.person(), fresh()]
    const model = `Z ${fresh()}`
    const shown = await writtenPost(ada, { caption: word, camera: { make: "Nikon", model } })
    await writtenPost(ada, { caption: word })
    await settle()
    for (const camera of [model, `NIKON  ${model.toUpperCase()}`, `ｎikon ${model}`])
      expect(await found(word, visitor(), { camera })).toEqual([shown])
    expect(await found("", visitor(), { camera: `Nikon ${model}` })).toEqual([shown])
    expect(await found(fresh(), visitor(), { camera: model })).toEqual([])
    expect(await found("", visitor(), { camera: "(.*)+$" })).toEqual([])
  })

  it("are the same after replays, in any order and in other batches (checks 7, 10)", slow, async () => {
    const [ada, word] = [await given.person(), fresh()]
    await changes()
    const [one, two] = [
      await writtenPost(ada, { caption: `${word} 朝霧 #fog` }),
      await writtenPost(ada, { caption: word }),
    ]
    await rewrittenPost(one, { caption: "nothing" })
    await rewrittenPost(one, { caption: `${word} again` })
    await User.update(ada, { name: `Ada ${word}` })
    await Post.remove(ada, { postId: two })
    const records = await changes()
    const deliver = (Records: typeof records) => tableChanged({ Records })
    await deliver(records)
    await settle()
    const before = await items()
    for (const record of [...records].reverse()) await deliver([record])
    expect(await items()).toEqual(before)
    for (const record of records) await deliver([record])
    await Promise.all([deliver(records), deliver(records.slice(1))])
    expect(await items()).toEqual(before)
    expect(await found(word)).toEqual([one])
  })

  it("are not found again by rows that are written after a narrowing", async () => {
    const [ada, word] = [await given.person(), fresh()]
    await changes()
    const post = await writtenPost(ada, { caption: word })
    const records = await changes()
    await justBefore(
      "BatchWriteItemCommand",
      () => rewrittenPost(post, { audience: "followers" }),
      () => tableChanged({ Records: records }),
    )
    expect(await rowsOf("searchPost", post)).toEqual([])
  })

  it("are all written in the end by a busy table (check 9), and only a record that fails comes again (check 7)", async () => {
    const [ada, word] = [await given.person(), fresh()]
    await changes()
    const post = await writtenPost(ada, { caption: `${word} one two three` })
    const records = await changes()
    let busy = 3
    await during(
      async ({ name, input }, next) => {
        if (name !== "BatchWriteItemCommand" || busy-- <= 0) return next()
        return { output: { UnprocessedItems: input.RequestItems }, response: {} }
      },
      () => tableChanged({ Records: records }),
    )
    expect(await found(`${word} three`)).toEqual([post])
    const late = await writtenPost(ada, { caption: `${word} late` })
    const more = await changes()
    const answer = await during(
      async ({ name }, next) => {
        if (name === "BatchWriteItemCommand") throw new Error("the table is away")
        return next()
      },
      () => tableChanged({ Records: more }),
    )
    const failed = answer.batchItemFailures[0]?.itemIdentifier
    const index = more.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failed)
    expect(more[index]?.dynamodb?.Keys?.pk?.S).toBe(`POST#${late}`)
    await tableChanged({ Records: more.slice(index) })
    expect(await found(`${word} late`)).toEqual([late])
  })

  it(
    "are paged through without a repeat or a gap while posts come, go and are blocked (check 41)",
    slow,
    async () => {
      const [ada, eve, reader, word] = [
        await given.person(),
        await given.person(),
        await given.person(),
        fresh(),
      ]
      const ids: string[] = []
      for (let i = 0; i < 14; i++)
        ids.unshift(await writtenPost(i % 4 === 1 ? eve : ada, { caption: `${word} common` }))
      await settle()
      const q = `${word} common`
      const seen: string[] = []
      let cursor: string | undefined
      for (let page = 0; page < 20; page++) {
        const { items: part, nextCursor } = await Search.find(reader, { q, limit: 3, cursor })
        seen.push(...part.map((item) => ("id" in item ? item.id : "")))
        if (page === 0) {
          await writtenPost(ada, { caption: q })
          await Post.remove(ada, { postId: ids[2] ?? "" })
          await Block.block(reader, { handle: eve.handle })
          await settle()
        }
        if (nextCursor === null) break
        cursor = nextCursor
      }
      const left = ids.filter((_, i) => i < 3 || (13 - i) % 4 !== 1)
      expect(seen).toEqual(left)
      for (const wrong of [{ q: `${word} other` }, { q, type: "users" as const }, { q: word }])
        await expect(Search.find(reader, { ...wrong, cursor })).rejects.toMatchObject({ code: "invalid" })
      await expect(Search.find(reader, { q, cursor: `x${cursor}` })).rejects.toMatchObject({
        code: "invalid",
      })
    },
  )
})

describe("people by name", () => {
  const named = async (name: string): Promise<Person> => {
    const person = await given.person()
    await User.update(person, { name })
    return person
  }

  it("are found by how name and handle begin, also while their posts are closed to others", async () => {
    const word = fresh()
    const [ada, closed] = [await named(`Zoë ${word}`), await given.closed(await named(`Bob ${word} 花子`))]
    await settle()
    expect(await people(word.slice(0, -1))).toEqual(expect.arrayContaining([ada.userId, closed.userId]))
    expect(await people(`zoe ${word}`)).toEqual([ada.userId])
    expect(await people(`花 ${word}`)).toEqual([closed.userId])
    expect(await people(`@${ada.handle.toUpperCase()}`)).toEqual([ada.userId])
    await User.update(ada, { name: "Somebody else" })
    expect(await people(`zoe ${word}`)).toEqual([])
    await settle()
    expect(await rowsOf("searchPerson", ada.userId)).not.toContain(`TERM#${word}`)
  })

  it("come with whoever has exactly the handle first, once", async () => {
    const handle = fresh()
    const exact = await given.person(handle)
    const longer = await given.person(`${handle}.x`)
    await settle()
    expect(await people(handle)).toEqual([exact.userId, longer.userId])
    const first = await Search.find(visitor(), { q: handle, type: "users", limit: 1 })
    const second = await people(handle, visitor(), { cursor: first.nextCursor })
    expect([...first.items.map((item) => "id" in item && item.id), ...second]).toEqual([
      exact.userId,
      longer.userId,
    ])
  })

  it("are not found while hidden, nor behind a block by either", async () => {
    const word = fresh()
    const [ada, eve] = [await named(word), await given.person()]
    await settle()
    for (const [by, whom] of [
      [ada, eve],
      [eve, ada],
    ] as const) {
      await Block.block(by, { handle: whom.handle })
      expect(await people(word, eve)).toEqual([])
      expect(await people(ada.handle, eve)).toEqual([])
      expect((await Search.suggest(eve, { q: word })).people).toEqual([])
      await Block.unblock(by, { handle: whom.handle })
    }
    await table().user.patch({ userId: ada.userId }).set({ hidden: true }).go()
    expect(await people(word)).toEqual([])
    await settle()
    expect(await rowsOf("searchPerson", ada.userId)).toEqual([])
  })
})

describe("tags", () => {
  it("are found by how they begin while posts carry them, without their accents", async () => {
    const [ada, word] = [await given.person(), fresh()]
    const tags = [`${word}`, `${word}é`, `${word}z`]
    const posts = []
    for (const tag of tags) posts.push(await writtenPost(ada, { caption: `#${tag}` }))
    await settle()
    const all = (q: string, more = {}) => found(q, visitor(), { type: "tags", ...more })
    expect(await all(`#${word.toUpperCase()}`)).toEqual(tags)
    expect(await all(`${word}e`)).toEqual([`${word}é`])
    const first = await Search.find(visitor(), { q: word, type: "tags", limit: 2 })
    expect(await all(word, { cursor: first.nextCursor })).toEqual([`${word}z`])
    await Post.remove(ada, { postId: posts[1] ?? "" })
    await settle()
    expect(await all(word)).toEqual([word, `${word}z`])
    expect(await rowsOf("searchTag", `${word}é`)).toEqual([])
    expect((await Search.suggest(visitor(), { q: word })).tags.map(({ tag }) => tag)).toEqual([
      word,
      `${word}z`,
    ])
  })
})

describe("what cannot be looked for", () => {
  it.each(["", "a", "の", "🌫️", "%20", "((((((((((", "%5C%22", "a%20b%20c", "%ED%A0%80"])(
    "%s is answered with a sentence",
    async (q) => {
      for (const accept of ["en", "ja"]) {
        const { body } = await api(`GET /api/search?q=${q}`, { headers: { "accept-language": accept } })
        expect(Problem.parse(body)).toMatchObject({ status: 400, errors: [{ path: "q" }] })
      }
      expect((await api(`GET /api/search/suggestions?q=${q}`)).status).toBe(200)
    },
  )

  it.each(["x".repeat(101), "x".repeat(10_000), "a%00b", "fog%0Asea"])("%.20s is refused", async (q) => {
    for (const path of ["/api/search?q=", "/api/search?type=users&q=", "/api/search/suggestions?q="])
      expect((await api(`GET ${path}${q}` as `GET /${string}`)).status).toBe(400)
  })

  it("a lone half of a character is refused", async () => {
    await expect(Search.find(visitor(), { q: "fog\ud800" })).rejects.toMatchObject({ code: "invalid" })
  })

  it.each(["^fog.*$", "fog|sea", "' OR 1=1 --", "fog/*", '{"$gt":""}', "TERM#fog", "~~fog", "fog\t sea"])(
    "%s is words and nothing else",
    async (q) => {
      expect((await api(`GET /api/search?q=${encodeURIComponent(q)}`)).status).toBe(200)
    },
  )

  it("people and tags are not found by camera", async () => {
    expect((await api("GET /api/search?q=fog&type=users&camera=x")).status).toBe(400)
  })
})
