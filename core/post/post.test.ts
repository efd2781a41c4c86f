import { beforeAll, describe, expect, it } from "vitest"
import { objectsOf, settle } from "../../testing/events"
import { given, type Person, visitor } from "../../testing/given"
import { itemsAbout } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { Feed } from "../feed"
import { newId } from "../id"
import { Media } from "../media"
import { table } from "../table"
import { User } from "../user"
import { Post } from "./index"
import type { Visibility } from "./post.schema"

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})

const card = {
  photoId: newId("photo"),
  altText: "",
  width: 4,
  height: 3,
  color: "#000000",
  thumbhash: "",
  version: 1,
  public: false,
}

/** Writes posts without photos of their own, the oldest first, and gives their ids. */
async function rows(by: Person, audiences: Visibility[], caption = "") {
  const at = "2026-01-01T00:00:00.000Z"
  const posts = audiences.map((visibility, i) => ({
    postId: newId("post"),
    userId: by.userId,
    caption,
    photos: [card],
    visibility,
    audience: visibility,
    commentsAllowed: true,
    latest: i % 4,
    createdAt: at,
    updatedAt: at,
  }))
  await table().post.put(posts).go()
  return posts.map(({ postId }) => postId)
}

/** All pages of a person's posts; `between` happens after each. */
async function pages(
  actor: Parameters<typeof Post.byUser>[0],
  of: Person,
  limit: number,
  between = async () => {},
) {
  const found: string[][] = []
  let cursor: string | undefined
  do {
    const page = await Post.byUser(actor, { handle: of.handle, limit, cursor })
    found.push(page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
    if (cursor) await between()
  } while (cursor)
  return found
}

const everything = (count: number) => Array<Visibility>(count).fill("public")

describe("a list of posts (check 41)", () => {
  it("has each post once, newest first, whatever the size of its pages", async () => {
    const author = await given.person()
    const ids = (await rows(author, everything(7))).reverse()
    expect(await pages(author, author, 3)).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)])
    expect(await pages(author, author, 7)).toEqual([ids])
    expect(await pages(author, await given.person(), 5)).toEqual([[]])
  })

  it("repeats and skips nothing while others write and delete", async () => {
    const author = await given.person()
    const ids = (await rows(author, everything(20))).reverse()
    const deleted: string[] = []
    let turn = 0
    const seen = (
      await pages(author, author, 4, async () => {
        await rows(author, ["public"])
        // One that was seen, the very last of the page among them, and one that was not.
        const at = ++turn * 4
        for (const id of [ids[at - 1], ids[at + 2]]) {
          if (!id) continue
          deleted.push(id)
          await table().post.delete({ postId: id }).go()
        }
      })
    ).flat()
    expect(turn).toBeGreaterThan(2)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(ids.filter((id) => seen.includes(id)))
    expect(ids.filter((id) => !seen.includes(id) && !deleted.includes(id))).toEqual([])
  })

  it("fills its pages with what the reader may see", async () => {
    const author = await given.person()
    const audiences = Array.from({ length: 30 }, (_, i) =>
      i % 5 === 0 ? "public" : i % 2 ? "private" : "followers",
    )
    const ids = await rows(author, audiences as Visibility[])
    const open = ids.filter((_, i) => i % 5 === 0).reverse()
    expect((await pages(visitor(), author, 4)).flat()).toEqual(open)
    expect((await pages(author, author, 50)).flat()).toHaveLength(30)
  })

  it("goes on when a page came short because the reader may see nothing of a long run", async () => {
    const author = await given.person()
    const ids = await rows(author, ["public", ...Array<Visibility>(25).fill("private")])
    expect((await pages(visitor(), author, 2)).flat()).toEqual(ids.slice(0, 1))
  })

  it("does not end where the database ends a page, after a megabyte", async () => {
    const author = await given.person()
    const ids = await rows(author, everything(20), "x".repeat(100_000))
    expect(await pages(author, author, 18)).toEqual([
      [...ids].reverse().slice(0, 18),
      [...ids].reverse().slice(18),
    ])
  })

  it("of one person takes no cursor of another list", async () => {
    const author = await given.person()
    await rows(author, everything(3))
    const { nextCursor } = await Post.byUser(author, { handle: author.handle, limit: 1 })
    const cursor = nextCursor ?? ""
    await expect(Feed.explore(author, { cursor })).rejects.toMatchObject({ code: "invalid" })
    await expect(Post.byUser(author, { handle: ada.handle, cursor })).rejects.toMatchObject({
      code: "invalid",
    })
    await expect(Post.byUser(author, { handle: author.handle, cursor: `${cursor}A` })).resolves.toBeTruthy()
    await expect(Post.byUser(author, { handle: author.handle, cursor: `A${cursor}` })).rejects.toMatchObject({
      code: "invalid",
    })
  })

  it.each([0, 51, 1.5, "x", -1])("takes no limit of %j", async (limit) => {
    await expect(Feed.explore(visitor(), { limit })).rejects.toMatchObject({ code: "invalid" })
  })
})

it("explore merges its shards, and shows what is public alone", slow, async () => {
  const author = await given.person()
  const ids = await rows(author, ["public", "private", "public", "public", "followers", "public", "public"])
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await Feed.explore(visitor(), { limit: 2, cursor })
    found.push(...page.items.filter((post) => post.author.id === author.userId).map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(found).toEqual([0, 2, 3, 5, 6].map((i) => ids[i]).reverse())
})

describe("a post", () => {
  it("to everybody is given to the CDN, all others stay behind the checked address", slow, async () => {
    for (const [visibility, isPublic] of [
      ["public", true],
      ["followers", false],
      ["private", false],
    ] as const) {
      const post = await given.post(ada, { visibility })
      const photoId = post.photos[0]?.photoId ?? ""
      const keys = (await objectsOf(photoId, ada.userId)).filter((key) => key.startsWith("public/"))
      expect(keys).toHaveLength(isPublic ? 2 : 0)
      const again = await Post.get(ada, { postId: post.id })
      for (const { url } of again.photos[0]?.variants ?? []) {
        expect(url.startsWith("/api/media/")).toBe(!isPublic)
        if (isPublic) expect((await fetch(url)).status).toBe(200)
      }
    }
  })

  it("that is deleted is gone everywhere: rows, objects, counters, lists, addresses", slow, async () => {
    const author = await given.person()
    const photos = [await given.photo(author), await given.photo(author)]
    const post = await given.post(author, { photos })
    const { variants = [] } = (await Post.get(author, { postId: post.id })).photos[0] ?? {}
    expect((await User.me(author, {})).counts.posts).toBe(1)
    await Post.remove(author, { postId: post.id })
    await settle()
    expect((await User.me(author, {})).counts.posts).toBe(0)
    for (const photoId of photos) {
      expect(await objectsOf(photoId, author.userId)).toEqual([])
      expect(await itemsAbout(photoId)).toEqual([])
      await expect(Media.address(author, { photoId, variant: "original" })).rejects.toMatchObject({
        code: "not_found",
      })
    }
    for (const { url } of variants) expect((await fetch(url)).status).toBe(404)
    expect((await Feed.explore(visitor(), {})).items.map(({ id }) => id)).not.toContain(post.id)
    await expect(Post.get(author, { postId: post.id })).rejects.toMatchObject({ code: "not_found" })
  })

  it("is deleted once, by its author", async () => {
    const author = await given.person()
    const [postId = ""] = await rows(author, ["public"])
    await table().userCount.patch({ userId: author.userId }).add({ posts: 1 }).go()
    await expect(Post.remove(ada, { postId })).rejects.toMatchObject({ code: "not_found" })
    await expect(Post.remove(visitor(), { postId })).rejects.toMatchObject({ code: "unauthenticated" })
    const twice = await Promise.allSettled([Post.remove(author, { postId }), Post.remove(author, { postId })])
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect((await User.me(author, {})).counts.posts).toBe(0)
  })

  it("not to everybody is not there for others, and so is one of an account that is not confirmed", async () => {
    const author = await given.person()
    const ids = await rows(author, ["private", "followers", "public"])
    for (const postId of ids.slice(0, 2)) {
      for (const actor of [ada, visitor()])
        await expect(Post.get(actor, { postId })).rejects.toMatchObject({ code: "not_found" })
      expect(await Post.get(author, { postId })).toMatchObject({ viewer: { own: true } })
    }
    const postId = ids[2] ?? ""
    expect(await Post.get(ada, { postId })).toMatchObject({ viewer: { own: false } })
    await table().user.patch({ userId: author.userId }).set({ hidden: true }).go()
    await expect(Post.get(ada, { postId })).rejects.toMatchObject({ code: "not_found" })
    await expect(User.get(ada, { handle: author.handle })).rejects.toMatchObject({ code: "not_found" })
  })
})
