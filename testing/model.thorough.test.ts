import { beforeAll, expect, it } from "vitest"
import { Bookmark } from "../core/bookmark"
import { Comment } from "../core/comment"
import { AppError } from "../core/error"
import { Feed } from "../core/feed"
import { Follow } from "../core/follow"
import { Post } from "../core/post"
import { Profile } from "../core/profile"
import { settle } from "./events"
import { given, type Person } from "./given"
import type { World } from "./model/act"
import { nextAct } from "./model/acts"
import { Model } from "./model/model"
import { randomFrom } from "./model/random"
import { useSettings } from "./settings"

const lots = 1_000_000
beforeAll(() =>
  useSettings({
    limits: {
      commentsPerMinute: lots,
      followsPerDay: lots,
      blocksPerDay: lots,
      uploadsPerMinute: lots,
      photosPerDay: lots,
    },
  }),
)

async function newWorld(seed: number): Promise<World & { people: Person[] }> {
  const people = await Promise.all(Array.from({ length: 6 }, () => given.person()))
  const photos = new Map<string, () => Promise<string>>()
  for (const person of people) photos.set(person.handle, await given.copies(person))
  const model = new Model(people.map(({ handle }) => handle))
  // Each has posted once already, to have a photo to copy.
  for (const person of people) {
    const { items } = await Post.byUser(person, { handle: person.handle })
    for (const { id } of items) {
      const marks = { likes: new Set<string>(), saved: new Set<string>(), said: new Map(), kept: true }
      model.posts.set(id, { id, by: person.handle, visibility: "public", audience: "public", ...marks })
    }
  }
  return {
    people,
    model,
    photos,
    random: randomFrom(seed),
    actors: new Map(people.map((person) => [person.handle, person])),
  }
}

const outcome = async (run: () => Promise<unknown>) => {
  try {
    return { as: "ok", made: await run() }
  } catch (error) {
    if (error instanceof AppError) return { as: error.code, made: undefined }
    throw error
  }
}

async function step(world: World, at: string) {
  const act = nextAct(world)
  const { as, made } = await outcome(act.run)
  expect([at, act.name, as]).toEqual([at, act.name, act.expected])
  if (as === "ok") act.note?.(made)
}

/** Everything that everybody sees is what the model says. */
async function compare({ model, people }: Awaited<ReturnType<typeof newWorld>>, at: string) {
  await Promise.all(
    people.map(async (person) => {
      const who = person.handle
      const posts = [...model.posts.values()]
      const found = await Promise.all(
        posts.map(async ({ id }) => {
          const { as, made } = await outcome(() => Post.get(person, { postId: id }))
          if (as !== "ok") return as
          const { counts, viewer } = made as Awaited<ReturnType<typeof Post.get>>
          return { ...counts, liked: viewer.liked, saved: viewer.saved }
        }),
      )
      const wanted = posts.map((post) =>
        model.sees(who, post)
          ? {
              likes: post.likes.size,
              comments: post.said.size,
              liked: post.likes.has(who),
              saved: post.saved.has(who),
            }
          : "not_found",
      )
      expect([at, who, found]).toEqual([at, who, wanted])
      const profile = await Profile.get(person, { handle: who })
      expect([at, who, profile.counts]).toEqual([
        at,
        who,
        {
          posts: posts.filter(({ by }) => by === who).length,
          followers: model.followers(who).length,
          following: model.followed(who).length,
        },
      ])
      const followers = await Follow.followers(person, { handle: who, limit: 50 })
      expect(followers.items.map(({ handle }) => handle).sort()).toEqual(model.followers(who).sort())
      const saved = await Bookmark.list(person, { limit: 50 })
      const kept = posts.filter((post) => post.saved.has(who) && model.sees(who, post))
      expect(saved.items.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort())
      const open = posts.find((post) => model.sees(who, post))
      if (!open) return
      const comments = await Comment.list(person, { postId: open.id, limit: 50 })
      const listed = model.listed(who, open).slice(0, 50)
      expect([at, comments.items.map(({ id, counts }) => [id, counts.likes])]).toEqual([
        at,
        listed.map(({ id, likes }) => [id, likes.size]),
      ])
    }),
  )
}

it.each([1, 2, 3, 4])(
  "world %i: 2,500 random acts of six people end as a simple model says",
  async (number) => {
    const seed = (Date.now() % 1_000_000) * 10 + number
    const world = await newWorld(seed)
    for (let n = 0; n < 2500; n++) {
      await step(world, `seed ${seed}, act ${n}`)
      if (n % 250 === 249) await compare(world, `seed ${seed}, after act ${n}`)
    }
  },
  240_000,
)

it("what follows by itself, home above all, is what the model says after every few acts", async () => {
  const seed = Date.now() % 1_000_000
  const world = await newWorld(seed)
  await settle()
  for (let n = 0; n < 400; n++) {
    const at = `seed ${seed}, act ${n}`
    await step(world, at)
    if (n % 40 !== 39) continue
    await settle()
    world.model.settle()
    await compare(world, at)
    for (const person of world.people) {
      const home = await Feed.home(person, { limit: 50 })
      expect([at, person.handle, home.items.map(({ id }) => id)]).toEqual([
        at,
        person.handle,
        world.model.home(person.handle),
      ])
    }
  }
}, 240_000)
