import type { DynamoDBRecord } from "aws-lambda"
import { beforeAll, describe, expect, it } from "vitest"
import { config } from "../core/config"
import { Feed } from "../core/feed"
import { Media } from "../core/media"
import { Photo } from "../core/photo"
import { Post } from "../core/post"
import type { Visibility } from "../core/post/post.schema"
import { Storage } from "../core/storage"
import { User } from "../core/user"
import { changes, settle } from "../testing/events"
import { justBefore } from "../testing/faults"
import { given, type Person, visitor } from "../testing/given"
import { items } from "../testing/rows"
import { slow } from "../testing/slow"
import { handler } from "./table-changed"

let ada: Person
let eve: Person
let fan: Person
let copy: () => Promise<string>
beforeAll(async () => {
  ;[ada, eve, fan] = [await given.person(), await given.person(), await given.person()]
  copy = await given.copies(ada)
  await given.follow(fan, ada)
})

const publicKeys = (photoId: string) =>
  Storage.keys(config.mediaBucket, Storage.variantPrefix("public", photoId))
const edition = (n: number, photoId: string) => [
  `public/${photoId}/${n}-320.avif`,
  `public/${photoId}/${n}-640.jpg`,
]
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => "given",
    (error) => error.code,
  )
/** Everywhere that a post could be met, by somebody who may not see it. */
async function met(actor: Parameters<typeof Post.get>[0], postId: string, photoId: string) {
  const lists = await Promise.all([
    Feed.explore(actor, { limit: 50 }),
    Feed.trending(actor, { limit: 50 }),
    Post.byUser(actor, { handle: ada.handle, limit: 50 }).catch(() => ({ items: [] })),
  ])
  return [
    await refused(Post.get(actor, { postId })),
    await refused(Post.history(actor, { postId })),
    await refused(Media.address(actor, { photoId, variant: "320.avif" })),
    lists.some((list) => list.items.some(({ id }) => id === postId)),
  ]
}
const nowhere = ["not_found", "not_found", "not_found", false]
const everywhere = ["given", "given", "given", true]
const latest = async () => (await Post.latest(undefined, 200)).map(({ postId }) => postId)

async function published() {
  const photoId = await copy()
  const { id: postId } = await given.post(ada, { photos: [photoId], caption: "Seen by all" })
  return { postId, photoId }
}
const narrowed = (postId: string, visibility: Visibility) => Post.edit(ada, { postId, visibility })
const deliver = async (Records: DynamoDBRecord[]) =>
  expect(await handler({ Records })).toEqual({ batchItemFailures: [] })

describe("a post that is no longer for everybody", () => {
  it.each(["followers", "private"] as const)(
    "but %s is refused everywhere at once, and gone from the CDN",
    slow,
    async (to) => {
      const { postId, photoId } = await published()
      expect(await publicKeys(photoId)).toEqual(edition(1, photoId))
      expect(await met(eve, postId, photoId)).toEqual(everywhere)
      expect(await latest()).toContain(postId)

      await narrowed(postId, to)
      // Before anything followed from it.
      for (const actor of [eve, visitor()]) expect(await met(actor, postId, photoId)).toEqual(nowhere)
      expect(await latest()).not.toContain(postId)
      expect(JSON.stringify(await Post.get(ada, { postId }))).not.toContain(config.mediaUrl)
      expect(JSON.stringify(await Photo.get(ada, { photoId }))).not.toContain(config.mediaUrl)
      expect(await refused(Post.get(fan, { postId }))).toBe(to === "followers" ? "given" : "not_found")

      await settle()
      expect(await publicKeys(photoId)).toEqual([])
      const { url } = await Media.address(ada, { photoId, variant: "320.avif" })
      expect((await fetch(url)).status).toBe(200)
    },
  )

  it("has new addresses when it is opened again, and the old ones stay dead", slow, async () => {
    const { postId, photoId } = await published()
    for (const n of [2, 3]) {
      await narrowed(postId, "private")
      await settle()
      await narrowed(postId, "followers")
      await narrowed(postId, "public")
      await settle()
      expect(await publicKeys(photoId)).toEqual(edition(n, photoId))
      const [post, photo] = [await Post.get(visitor(), { postId }), await Photo.get(ada, { photoId })]
      const urls = post.photos.flatMap(({ variants }) => variants.map(({ url }) => url))
      expect(urls).toEqual(edition(n, photoId).map((key) => `${config.mediaUrl}/${key}`))
      expect(photo.picture?.variants.map(({ url }) => url)).toEqual(urls)
      for (const url of urls) expect((await fetch(url)).status).toBe(200)
      expect(await met(eve, postId, photoId)).toEqual(everywhere)
    }
  })

  it("asks the CDN to forget each address that it had, and the pages", slow, async () => {
    const { postId, photoId } = await published()
    await narrowed(postId, "private")
    await settle()
    const [row] = (await items()).filter(({ pk }) => pk.startsWith(`CDN#${postId}`))
    expect(row).toMatchObject({ state: "done", doneAt: expect.any(String) })
    expect(row).not.toHaveProperty("gsi2pk")
    expect(row?.paths).toEqual(
      expect.arrayContaining([
        ...edition(1, photoId).map((key) => `/media/${key}`),
        `/p/${postId}`,
        `/ja/p/${postId}`,
        `/u/${ada.handle}`,
      ]),
    )
  })

  it("that never was at the CDN leaves nothing there, however late it is published", async () => {
    await settle()
    const photoId = await copy()
    const postId = await given.publish(ada, [photoId])
    const Records = await changes()
    await narrowed(postId, "private")
    await settle()
    await deliver(Records)
    await settle()
    expect(await publicKeys(photoId)).toEqual([])
    expect((await Post.get(ada, { postId })).photos[0]?.variants[0]?.url).toMatch(/^\/api\/media/)
  })

  it("in the very moment in which it is given to the CDN leaves nothing there", slow, async () => {
    for (const command of ["CopyObjectCommand", "TransactWriteItemsCommand"]) {
      await settle()
      const photoId = await copy()
      const postId = await given.publish(ada, [photoId])
      const Records = await changes()
      const meanwhile = async () => {
        await narrowed(postId, "followers")
        await deliver(await changes())
      }
      await justBefore(command, meanwhile, () => deliver(Records))
      await settle()
      expect([command, await publicKeys(photoId)]).toEqual([command, []])
      expect(await met(eve, postId, photoId)).toEqual(nowhere)
    }
  })
})

describe("an edit while the photos are given to the CDN", () => {
  it("is not lost, and the photos that are left become public", slow, async () => {
    await settle()
    const [a, b, c] = [await copy(), await copy(), await copy()]
    const postId = await given.publish(ada, [a, b, c])
    const Records = await changes()
    const photos = [{ photoId: c, altText: "Now the first" }, { photoId: a }]
    await justBefore(
      "TransactWriteItemsCommand",
      () => Post.edit(ada, { postId, photos, caption: "Edited" }),
      () => deliver(Records),
    )
    await settle()
    const post = await Post.get(visitor(), { postId })
    expect([post.caption, post.photos.map(({ photoId, altText }) => [photoId, altText])]).toEqual([
      "Edited",
      [
        [c, "Now the first"],
        [a, ""],
      ],
    ])
    for (const { variants } of post.photos)
      for (const { url } of variants) expect((await fetch(url)).status).toBe(200)
    expect(JSON.stringify(post)).not.toContain("/api/media/")
    expect(await publicKeys(b)).toEqual([])
  })

  it("of one photo that is taken out of a public post ends its addresses", slow, async () => {
    const [a, b] = [await copy(), await copy()]
    const { id: postId } = await given.post(ada, { photos: [a, b] })
    await Post.edit(ada, { postId, photos: [{ photoId: b }] })
    await settle()
    expect([await publicKeys(a), await publicKeys(b)]).toEqual([[], edition(1, b)])
    const asked = (await items())
      .filter(({ pk }) => pk.startsWith(`CDN#${postId}`))
      .flatMap(({ paths }) => paths)
    expect(asked).toContain(`/media/public/${a}/1-320.avif`)
    expect(asked).not.toContain(`/media/public/${b}/1-320.avif`)
  })
})

describe("an account that is closed", () => {
  const addresses = async (by: Person) => {
    const { items: posts } = await Post.byUser(by, { handle: by.handle, limit: 50 })
    return posts.flatMap(({ photos }) => photos.flatMap(({ variants }) => variants.map(({ url }) => url)))
  }

  it(
    "refuses at once, its posts follow, the newest first; opened again they are for everybody",
    slow,
    async () => {
      const author = await given.person()
      const source = await given.copies(author)
      const posts = [
        await given.post(author, { photos: [await source()] }),
        await given.post(author, { photos: [await source()], visibility: "private" }),
        await given.post(author, { photos: [await source()], visibility: "followers" }),
      ]
      const [open] = posts
      const photoId = open?.photos[0]?.photoId ?? ""
      const postId = open?.id ?? ""
      const audiences = async () =>
        (await Post.byIds(posts.map(({ id }) => id))).map(({ audience, visibility }) => [
          visibility,
          audience,
        ])

      await User.update(author, { private: true })
      expect([
        await refused(Post.get(eve, { postId })),
        await refused(Media.address(eve, { photoId, variant: "320.avif" })),
      ]).toEqual(["not_found", "not_found"])
      await settle()
      expect(await audiences()).toEqual([
        ["public", "followers"],
        ["private", "private"],
        ["followers", "followers"],
      ])
      expect(await publicKeys(photoId)).toEqual([])
      expect(JSON.stringify(await addresses(author))).not.toContain("http")
      expect(await latest()).not.toContain(postId)

      // Posted while it is closed: for followers, whatever was chosen.
      const late = await given.post(author, { photos: [await source()] })
      expect(await refused(Post.get(eve, { postId: late.id }))).toBe("not_found")

      await User.update(author, { private: false })
      await settle()
      expect(await audiences()).toEqual([
        ["public", "public"],
        ["private", "private"],
        ["followers", "followers"],
      ])
      expect(await publicKeys(photoId)).toEqual(edition(2, photoId))
      expect(await latest()).toEqual(expect.arrayContaining([postId, late.id]))
      expect((await items()).filter(({ __edb_e__ }) => __edb_e__ === "audienceSweep")).toEqual([])
    },
  )

  it(
    "while a post is published, whose author was still open when it was read, closes that too",
    slow,
    async () => {
      const author = await given.person()
      const source = await given.copies(author)
      await settle()
      const photoId = await source()
      let postId = ""
      await justBefore(
        "TransactWriteItemsCommand",
        async () => {
          await User.update(author, { private: true })
          await settle()
        },
        async () => {
          postId = await given.publish(author, [photoId])
        },
      )
      expect(await refused(Post.get(eve, { postId }))).toBe("not_found")
      await settle()
      expect((await Post.byIds([postId]))[0]?.audience).toBe("followers")
      expect(await publicKeys(photoId)).toEqual([])
    },
  )
})
