import { afterEach, beforeEach, expect, test } from "vitest"
import { z } from "zod"
import { SiteClient } from "../../core/client"
import { slow } from "../../testing/slow"
import { albums } from "./albums"
import { accounts, entries } from "./demo"
import { problem } from "./fake-answer"
import { FakeSite } from "./fake-site"
import { followedTags, follows, likes, saves } from "./life"
import { loadDemo } from "./load"
import { talk } from "./talk"

const photoCount = entries.reduce((count, entry) => count + entry.photos.length, 0)
const names = (lists: Record<string, string[]>) => Object.values(lists).flat().length
const said = Object.values(talk)
  .flat()
  .flatMap(({ replies = [], ...comment }) => [comment, ...replies])
const hearts = said.flatMap(({ likedBy = [] }) => likedBy).length
const deedCount =
  names(follows) +
  Object.keys(followedTags).length +
  names(likes) +
  names(saves) +
  said.length +
  hearts +
  albums.length
let site: FakeSite
let steps: { posts: number; life: number }
let done: string[]

const progress = {
  pollEvery: 1,
  start: (count: number, stage: "posts" | "life") => {
    steps[stage] = count
  },
  advance: (what: string) => {
    done.push(what)
  },
}

beforeEach(async () => {
  site = new FakeSite()
  await site.open()
  steps = { posts: -1, life: -1 }
  done = []
})
afterEach(() => site.close())

const load = () => loadDemo(site.origin, progress)
const published = () => site.accounts.reduce((count, account) => count + account.posts.length, 0)

test("everybody signs up and publishes everything, in order", slow, async () => {
  expect(await load()).toMatchObject({ posts: entries.length })
  expect(site.accounts.map((account) => account.handle)).toEqual(accounts.map((account) => account.handle))
  expect(site.accounts.map((account) => account.bio)).toEqual(accounts.map((account) => account.bio))
  expect(site.photos).toHaveLength(photoCount + accounts.length)
  expect(steps.posts).toBe(photoCount + entries.length + accounts.length)
  for (const { avatar, handle } of accounts) {
    const { x, y } = avatar
    expect(site.accounts.find((one) => one.handle === handle)?.avatar).toMatchObject({ x, y })
  }
  expect(done).toHaveLength(steps.posts + steps.life)
  for (const account of site.accounts) {
    const captions = entries.filter((entry) => entry.by === account.handle).map((entry) => entry.caption)
    expect(account.posts.map((post) => post.caption)).toEqual(captions.reverse())
  }
})

test("a second run adds nothing", slow, async () => {
  await load()
  const { marks, comments } = site.life
  const before = [marks.size, comments.length]
  expect(await load()).toEqual({ posts: 0, deeds: 0 })
  expect(steps).toEqual({ posts: 0, life: 0 })
  expect([marks.size, comments.length]).toEqual(before)
  expect([site.accounts.length, site.photos.length, published()]).toEqual([
    accounts.length,
    photoCount + accounts.length,
    entries.length,
  ])
})

test("a broken run is taken up where it stopped", slow, async () => {
  site.once.set("PATCH /api/me", problem(500, "internal", "The fault is ours."))
  await expect(load()).rejects.toThrow("The fault is ours.")
  site.once.set("POST /api/posts", problem(500, "internal", "The fault is ours."))
  await expect(load()).rejects.toThrow("The fault is ours.")
  expect(published()).toBe(0)
  site.once.set("PUT /api/me/avatar", problem(500, "internal", "The fault is ours."))
  await expect(load()).rejects.toThrow("The fault is ours.")
  expect(published()).toBe(entries.length)
  expect(await load()).toMatchObject({ posts: 0, deeds: deedCount })
  expect([site.accounts.length, site.photos.length, published()]).toEqual([
    accounts.length,
    // The copy that the broken run left is swept by the site.
    photoCount + accounts.length + 1,
    entries.length,
  ])
})

test("people follow, like, keep and talk; answers stand under what they answer", slow, async () => {
  expect(await load()).toMatchObject({ deeds: deedCount })
  const { marks, comments } = site.life
  for (const [by, followed] of Object.entries(follows))
    for (const whom of followed) expect(marks).toContain(`${by} /api/users/${whom}/follow`)
  for (const [by, tag] of Object.entries(followedTags))
    expect(marks).toContain(`${by} /api/tags/${encodeURIComponent(tag)}/follow`)
  expect([...marks].filter((mark) => /posts.*like$/.test(mark))).toHaveLength(names(likes))
  expect([...marks].filter((mark) => mark.endsWith("/bookmark"))).toHaveLength(names(saves))
  expect([...marks].filter((mark) => /comments.*like$/.test(mark))).toHaveLength(hearts)
  for (const { text, replies = [] } of Object.values(talk).flat()) {
    const comment = comments.find((one) => one.text === text)
    const below = comments.filter(({ under }) => under === comment?.id)
    expect(below.map((one) => one.text)).toEqual(replies.map((reply) => reply.text))
  }
})

test("a talk that broke off is taken up where it stopped", slow, async () => {
  await load()
  const { marks, comments } = site.life
  const [mark] = [...marks].filter((one) => /comments.*like$/.test(one))
  const last = comments.pop()
  marks.delete(mark ?? "")
  const { deeds } = await load()
  expect([comments.at(-1)?.text, marks.has(mark ?? "")]).toEqual([last?.text, true])
  // Whoever liked the words that were lost likes them again.
  expect(deeds).toBe(2 + (said.find(({ text }) => text === last?.text)?.likedBy?.length ?? 0))
})

test("a post that still waits for its photos is not published once more", slow, async () => {
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
  expect(await load()).toMatchObject({ posts: entries.length - 1 })
})
