import type { Metadata } from "next"
import { beforeAll, describe, expect, it } from "vitest"
import { Draft } from "@/core/draft"
import { User } from "@/core/user"
import { settle } from "@/testing/events"
import { given, type Person } from "@/testing/given"
import { headOf } from "@/testing/page"
import { slow } from "@/testing/slow"

const site = "http://localhost:3000"
type Image = { url: string; alt: string; width: number; height: number }
const imagesIn = ({ openGraph }: Metadata) => [openGraph?.images ?? []].flat() as Image[]

let ada: Person
beforeAll(async () => {
  ada = await given.person("ada_heads")
})

describe("the head of a post", () => {
  it(
    "shows its first photo with what that shows, where else it is to be had, and its other language",
    slow,
    async () => {
      const { id } = await given.post(ada, { caption: 'Fog "at" <the> pier\nmore' })
      const head = await headOf(`/p/${id}`)
      expect(head).toMatchObject({
        title: "Photo posted by ada_heads",
        description: 'Fog "at" <the> pier',
        alternates: {
          canonical: `${site}/p/${id}`,
          languages: { en: `${site}/p/${id}`, ja: `${site}/ja/p/${id}`, "x-default": `${site}/p/${id}` },
          types: {
            "application/json+oembed": [
              { url: `${site}/api/oembed?url=${encodeURIComponent(`${site}/p/${id}`)}` },
            ],
          },
        },
        openGraph: { type: "article", url: `${site}/p/${id}` },
      })
      expect(head.robots).toBeUndefined()
      expect(imagesIn(head)).toEqual([
        expect.objectContaining({ alt: "A plain colour", width: 64, height: 48 }),
      ])
      expect((await fetch(imagesIn(head)[0]?.url ?? "")).headers.get("content-type")).toBe("image/jpeg")
    },
  )

  it.each(["followers", "private"] as const)(
    "tells nothing of a photo for %s, not even to who sees it",
    async (visibility) => {
      const { id } = await given.post(ada, { visibility })
      const head = await headOf(`/p/${id}`, ada)
      expect(imagesIn(head)).toEqual([])
      expect(head.robots).toEqual({ index: false })
      expect(head.alternates?.types?.["application/json+oembed"]).toEqual([])
    },
  )

  it("tells nothing of a private account's photo to its follower's browser", slow, async () => {
    const [closed, follower] = [await given.person(), await given.person()]
    const { id } = await given.post(closed)
    await given.closed(closed)
    await given.follow(follower, closed)
    const head = await headOf(`/p/${id}`, follower)
    expect([imagesIn(head), head.robots]).toEqual([[], { index: false }])
  })

  it("shows no photo that is covered", slow, async () => {
    const photos = [{ photoId: await given.photo(ada), altText: "Something" }]
    const publication = await Draft.publish(ada, { photos, contentWarning: "A wound" })
    await settle()
    const id = publication.status === "published" ? publication.post.id : ""
    const head = await headOf(`/p/${id}`)
    expect(imagesIn(head)).toEqual([])
    expect(JSON.stringify(head)).not.toMatch(/\.jpg|Something/)
    expect(head.robots).toBeUndefined()
  })
})

describe("the head of a profile", () => {
  it(
    "leads to its feeds and shows its newest photo that is for everybody and not covered",
    slow,
    async () => {
      const eve = await given.person()
      const path = `/u/${eve.handle}`
      expect(imagesIn(await headOf(path))).toEqual([])
      const open = await given.post(eve)
      await given.post(eve, { visibility: "followers" })
      await Draft.publish(eve, {
        photos: [{ photoId: await given.photo(eve), altText: "" }],
        contentWarning: "Blood",
      })
      await settle()
      const head = await headOf(path, eve)
      expect(imagesIn(head)[0]?.url).toContain(open.photos[0]?.photoId)
      expect(head.alternates?.types).toMatchObject({
        "application/rss+xml": [{ url: `${site}${path}/feed.xml` }],
        "application/feed+json": [{ url: `${site}${path}/feed.json` }],
      })
      await User.setAvatar(eve, { photoId: await given.photo(eve) })
      await settle()
      const [face] = imagesIn(await headOf(path))
      expect(face?.alt).toBe(eve.handle)
      expect((await fetch(face?.url ?? "")).status).toBe(200)
      await given.closed(eve)
      expect((await headOf(path)).alternates?.types?.["application/rss+xml"]).toEqual([])
    },
  )

  it("asks search engines to stay away where its person does, from the posts too", slow, async () => {
    const eve = await given.person()
    const { id } = await given.post(eve)
    const pages = ["", "/described", "/followers", "/following"].map((below) => `/u/${eve.handle}${below}`)
    for (const path of [...pages, `/p/${id}`])
      expect([path, (await headOf(path)).robots]).toEqual([path, undefined])
    await User.update(eve, { unlisted: true })
    for (const path of [...pages, `/p/${id}`]) {
      expect([path, (await headOf(path)).robots]).toEqual([path, { index: false }])
    }
  })
})

it(
  "the head of a tag leads to its feeds and shows the newest photo that its author lets be found",
  slow,
  async () => {
    const [eve, shy] = [await given.person(), await given.person()]
    const open = await given.post(eve, { caption: "#headtag" })
    await User.update(shy, { unlisted: true })
    await given.post(shy, { caption: "#HeadTag" })
    const head = await headOf("/t/headtag")
    expect(imagesIn(head)[0]?.url).toContain(open.photos[0]?.photoId)
    expect(head.alternates?.types).toMatchObject({
      "application/rss+xml": [{ url: `${site}/t/headtag/feed.xml` }],
      "application/feed+json": [{ url: `${site}/t/headtag/feed.json` }],
    })
    expect(imagesIn(await headOf("/t/nothing_yet"))[0]?.url).toBe("/social.png")
  },
)

it("every page for everybody has one address in each language, and a picture to show", async () => {
  for (const path of ["/", "/explore", "/trending", "/about", "/signin", "/signup"]) {
    const head = await headOf(path)
    const address = path === "/explore" ? `${site}/` : site + path
    expect([path, head.alternates?.canonical]).toEqual([path, address])
    expect(head.alternates?.languages).toMatchObject({ en: address, ja: expect.stringContaining("/ja") })
    expect([path, imagesIn(head)[0]?.url]).toEqual([path, "/social.png"])
  }
})
