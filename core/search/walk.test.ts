import { describe, expect, it } from "vitest"
import { chunk, few, type Read, readsAPage, Walk } from "./walk"

const id = (n: number) => `pst_${String(n).padStart(6, "0")}`

/** An index in memory that counts how often it is read. */
function index(terms: Record<string, readonly number[]>) {
  const rows = Object.fromEntries(
    Object.entries(terms).map(([term, ns]) => [term, [...new Set(ns)].sort((a, b) => b - a).map(id)]),
  )
  const made = { reads: 0, most: 0 }
  const read: Read = async (term, below, count) => {
    made.reads++
    const found = (rows[term] ?? []).filter((row) => row < below).slice(0, count)
    made.most = Math.max(made.most, found.length)
    return found
  }
  return { rows, read, made }
}

/** Goes on page by page to the end. */
async function all(terms: string[], read: Read, made: { reads: number }, limit = 24) {
  const [found, pages]: [string[], number[]] = [[], []]
  let below: string | undefined
  for (;;) {
    const [walk, before] = [new Walk(terms, read, below), made.reads]
    found.push(...(await walk.next(limit)))
    await walk.look()
    pages.push(made.reads - before)
    below = walk.below
    if (walk.ended) return { found, pages }
  }
}

const range = (count: number, from = 0, step = 1) => Array.from({ length: count }, (_, i) => from + i * step)

describe("a walk down several terms", () => {
  it.each([
    ["one", { a: range(500) }],
    ["equal", { a: range(300), b: range(300) }],
    ["never together", { a: range(3000, 0, 2), b: range(3000, 1, 2) }],
    ["seldom together", { a: range(3000, 0, 2), b: range(2000, 0, 3), c: range(1200, 0, 5) }],
    ["far apart", { a: range(2000), b: range(2000, 100_000) }],
    ["rare and common", { a: [3, 1999, 4000], b: range(5000) }],
    ["none of one", { a: range(5000), b: [] }],
    [
      "in blocks",
      { a: range(5000).filter((n) => n % 700 < 350), b: range(5000).filter((n) => n % 500 < 250) },
    ],
  ])("finds what all have: %s; no page reads more than its bound", async (_, terms) => {
    const { rows, read, made } = index(terms)
    const names = Object.keys(terms)
    const { found, pages } = await all(names, read, made)
    const inAll = (row: string) => names.every((name) => rows[name]?.includes(row))
    // The last few of a term stand for the others: what they lead to is checked by who asked.
    expect(found.filter(inAll)).toEqual((rows.a ?? []).filter(inAll))
    expect([...new Set(found)].sort().reverse()).toEqual(found)
    expect(found.filter((row) => !inAll(row)).length).toBeLessThanOrEqual(few)
    expect(Math.max(...pages)).toBeLessThanOrEqual(readsAPage)
    expect(made.most).toBeLessThanOrEqual(chunk)
  })

  it("leaps over what it need not read", async () => {
    const { read, made } = index({ a: [...range(150), ...range(150, 90_000)], b: range(100_000) })
    await all(["a", "b"], read, made, 1000)
    expect(made.reads).toBeLessThan(8)
  })
})
