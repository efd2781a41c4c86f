import { expect } from "vitest"
import { Bookmark } from "../../core/bookmark"
import { Comment } from "../../core/comment"
import { AppError } from "../../core/error"
import { Follow } from "../../core/follow"
import { Post } from "../../core/post"
import { Profile } from "../../core/profile"
import { given, type Person } from "../given"
import type { World } from "./act"
import { nextAct } from "./acts"
import { Model } from "./model"
import { randomFrom } from "./random"

/** Limits that no run of acts reaches. */
const lots = 1_000_000
export const limits = {
  commentsPerMinute: lots,
  followsPerDay: lots,
  blocksPerDay: lots,
  uploadsPerMinute: lots,
  photosPerDay: lots,
}

/** Six people who have posted once, and a model of them. */
export async function newWorld(seed: number): Promise<World & { people: Person[] }> {
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

/** Somebody does something, and it ends as the model says. */
export async function step(world: World, at: string) {
  const act = nextAct(world)
  const { as, made } = await outcome(act.run)
  expect([at, act.name, as]).toEqual([at, act.name, act.expected])
  if (as === "ok") act.note?.(made)
}

/** Everything that everybody sees is what the model says. */
export async function compare({ model, people }: Awaited<ReturnType<typeof newWorld>>, at: string) {
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
