import { beforeAll, describe, expect, it } from "vitest"
import { spent } from "../../testing/budget"
import { settle } from "../../testing/events"
import { given, type Person, visitor } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { useSettings } from "../../testing/settings"
import { newId } from "../id"
import { table } from "../table"
import { Search } from "./index"
import { readsAPage } from "./walk"

const rows = 5000
let ada: Person
const together: string[] = []

beforeAll(async () => {
  useSettings({ limits: { searchesPerMinute: 100_000 } })
  ada = await given.person()
  // Two words of 5,000 posts each that hardly ever coincide, as rows of the index alone, and three posts that have both.
  const index: { term: string; postId: string }[] = []
  const plain = (term: string, count: number) => {
    for (let i = 0; i < count; i++) index.push({ term, postId: newId("post") })
  }
  for (let third = 0; third < 3; third++) {
    for (let i = 0; i < rows / 3; i++) {
      plain("sunset", 1)
      plain("bicycle", 1)
    }
    together.unshift(await writtenPost(ada, { caption: "Sunset, bicycle" }))
  }
  await table().searchPost.put(index).go({ concurrent: 16 })
  await settle()
}, 300_000)

describe("two common words that rarely coincide", () => {
  it("are found to the end, each page within its bound of reads", async () => {
    const seen: string[] = []
    const pages: { requests: number; read: number; hops: number }[] = []
    let cursor: string | undefined
    for (;;) {
      const page = await spent(() => Search.find(visitor(), { q: "sunset bicycle", cursor }))
      pages.push(page)
      seen.push(...page.result.items.map((item) => ("id" in item ? item.id : "")))
      const reads = page.calls.filter(({ name }) => name === "Query")
      expect(reads.length).toBeLessThanOrEqual(readsAPage)
      expect(page.read).toBeLessThanOrEqual(readsAPage * 5 + 32)
      if (page.result.nextCursor === null) break
      cursor = page.result.nextCursor
    }
    expect(seen).toEqual(together)
    expect(pages.length).toBeLessThan(8)
  })

  it("with a rare third word cost next to nothing", async () => {
    const post = await writtenPost(ada, { caption: "Sunset on a bicycle with a marimba" })
    await settle()
    const { result, read, requests } = await spent(() =>
      Search.find(visitor(), { q: "sunset bicycle marimba" }),
    )
    expect(result).toMatchObject({ items: [{ id: post }], nextCursor: null })
    expect(requests).toBeLessThanOrEqual(8)
    expect(read).toBeLessThanOrEqual(16)
  })
})
