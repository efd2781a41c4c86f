import { afterEach, beforeEach, expect, test } from "vitest"
import { z } from "zod"
import { accounts, entries } from "./demo"
import { FakeSite, problem } from "./fake-site"
import { loadDemo } from "./load"
import { SiteClient } from "./site-client"

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
  expect(site.photos).toHaveLength(photoCount + accounts.length)
  expect(steps).toBe(photoCount + entries.length + accounts.length)
  for (const { avatar, handle } of accounts) {
    const { x, y } = avatar
    expect(site.accounts.find((one) => one.handle === handle)?.avatar).toMatchObject({ x, y })
  }
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
    photoCount + accounts.length,
    entries.length,
  ])
})

test("a broken run is taken up where it stopped", async () => {
  site.once.set("PATCH /api/me", problem(500, "internal", "The fault is ours."))
  await expect(load()).rejects.toThrow("The fault is ours.")
  site.once.set("POST /api/posts", problem(500, "internal", "The fault is ours."))
  await expect(load()).rejects.toThrow("The fault is ours.")
  expect(published()).toBe(0)
  site.once.set("PUT /api/me/avatar", problem(500, "internal", "The fault is ours."))
  await expect(load()).rejects.toThrow("The fault is ours.")
  expect(published()).toBe(entries.length)
  expect(await load()).toBe(0)
  expect([site.accounts.length, site.photos.length, published()]).toEqual([
    accounts.length,
    // The copy that the broken run left is swept by the site.
    photoCount + accounts.length + 1,
    entries.length,
  ])
})

test("a post that still waits for its photos is not published once more", async () => {
  const [entry] = entries
  const account = accounts.find(({ handle }) => handle === entry?.by)
  const [photo] = entry?.photos ?? []
  if (!entry || !account || !photo) throw new Error("the demo data is empty")
  const client = new SiteClient(site.origin, progress)
  const { handle, email, password } = account
  await client.signUp({ handle, email, password })
  await client.signIn(account)
  const photoId = await client.upload(photo.fileName, new Uint8Array([1, 2, 3]))
  const post = { photos: [{ photoId, altText: "" }], caption: entry.caption, visibility: "public" }
  await client.send("POST", "/api/posts", post, z.unknown())
  expect(await load()).toBe(entries.length - 1)
})
