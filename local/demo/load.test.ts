import { afterEach, beforeEach, expect, test } from "vitest"
import { accounts, entries } from "./demo"
import { FakeSite, problem } from "./fake-site"
import { loadDemo } from "./load"

const photoCount = entries.reduce((count, entry) => count + entry.photos.length, 0)
let site: FakeSite
let steps: number
let done: string[]

const progress = {
  pollEvery: 1,
  start: (count: number) => {
    steps = count
  },
  advance: (what: string) => {
    done.push(what)
  },
}

beforeEach(async () => {
  site = new FakeSite()
  await site.open()
  steps = -1
  done = []
})
afterEach(() => site.close())

const load = () => loadDemo(site.origin, progress)
const published = () => site.accounts.reduce((count, account) => count + account.posts.length, 0)

test("everybody signs up and publishes everything, in order", async () => {
  expect(await load()).toBe(entries.length)
  expect(site.accounts.map((account) => account.handle)).toEqual(accounts.map((account) => account.handle))
  expect(site.accounts.map((account) => account.bio)).toEqual(accounts.map((account) => account.bio))
  expect(site.photos).toHaveLength(photoCount)
  expect(steps).toBe(photoCount + entries.length)
  expect(done).toHaveLength(steps)
  for (const account of site.accounts) {
    const captions = entries.filter((entry) => entry.by === account.handle).map((entry) => entry.caption)
    expect(account.posts.map((post) => post.caption)).toEqual(captions.reverse())
  }
})

test("a second run adds nothing", async () => {
  await load()
  expect(await load()).toBe(0)
  expect(steps).toBe(0)
  expect([site.accounts.length, site.photos.length, published()]).toEqual([
    accounts.length,
    photoCount,
    entries.length,
  ])
})

test("a broken run is taken up where it stopped", async () => {
  site.once.set("PATCH /api/me", problem(500, "internal", "The fault is ours."))
  await expect(load()).rejects.toThrow("The fault is ours.")
  site.once.set("POST /api/posts", problem(500, "internal", "The fault is ours."))
  await expect(load()).rejects.toThrow("The fault is ours.")
  expect(published()).toBe(0)
  expect(await load()).toBe(entries.length)
  expect([site.accounts.length, site.photos.length, published()]).toEqual([
    accounts.length,
    photoCount,
    entries.length,
  ])
})
