import sharp from "sharp"
import { beforeAll, describe, expect, it, vi } from "vitest"
import { given, type Person, visitor } from "../../testing/given"
import { slow } from "../../testing/slow"
import type { Visibility } from "../post/post.schema"
import { Media } from "./index"

let ada: Person
let eve: Person
beforeAll(async () => {
  ada = await given.person()
  eve = await given.person()
})

const variants = ["320.avif", "640.jpg", "original"] as const
const address = (actor: Parameters<typeof Media.address>[0], photoId: string, variant: string) =>
  Media.address(actor, { photoId, variant })
const sees = (actor: Parameters<typeof Media.address>[0], photoId: string, variant: string) =>
  address(actor, photoId, variant).then(
    () => true,
    (error) => error.code !== "not_found" && error,
  )

describe("the address of a variant", () => {
  it.each<[Visibility | "unpublished", boolean[]]>([
    ["public", [true, true, false]],
    ["followers", [false, false, false]],
    ["private", [false, false, false]],
    ["unpublished", [false, false, false]],
  ])("of a %s photo is given to whom it is meant for", slow, async (visibility, others) => {
    const photoId = await given.photo(ada)
    if (visibility !== "unpublished") await given.post(ada, { visibility, photos: [photoId] })
    const answers = async (actor: Parameters<typeof sees>[0]) =>
      Promise.all(variants.map((variant) => sees(actor, photoId, variant)))
    expect(await answers(ada)).toEqual([true, true, true])
    expect(await answers(eve)).toEqual(others)
    expect(await answers(visitor())).toEqual(others)
    expect(await answers({ kind: "system" })).toEqual(others)
  })

  it("works without a key of ours, for that variant alone", async () => {
    const photoId = await given.photo(ada)
    const { url } = await address(ada, photoId, "320.avif")
    const variant = await fetch(url)
    expect([
      variant.status,
      variant.headers.get("content-type"),
      variant.headers.get("cache-control"),
      variant.headers.get("content-disposition"),
    ]).toEqual([200, "image/avif", "private, max-age=50", null])
    expect((await fetch(url.replace("320.avif", "640.jpg"))).status).toBe(403)
    expect((await fetch(url.replace("X-Amz-Expires=60", "X-Amz-Expires=600"))).status).toBe(403)
  })

  it.each(variants)("of %s works for a minute and no longer", async (variant) => {
    const photoId = await given.photo(ada)
    const signedAgo = async (seconds: number) => {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - seconds * 1000 })
      const { url } = await address(ada, photoId, variant).finally(() => vi.useRealTimers())
      return (await fetch(url)).status
    }
    expect([await signedAgo(0), await signedAgo(50), await signedAgo(61)]).toEqual([200, 200, 403])
  })

  it("of the original gives the very bytes as a file, called by its id and what it is", async () => {
    const png = await sharp(await given.jpeg())
      .png()
      .toBuffer()
    for (const [bytes, ending] of [[await given.jpeg(), "jpg"] as const, [png, "png"] as const]) {
      const photoId = await given.photo(ada, bytes)
      const original = await fetch((await address(ada, photoId, "original")).url)
      expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true)
      expect(original.headers.get("content-disposition")).toBe(`attachment; filename="${photoId}.${ending}"`)
    }
  })

  it("of a variant gives it as a file when it is to be kept, to whoever sees it", slow, async () => {
    const photoId = await given.photo(ada)
    await given.post(ada, { photos: [photoId] })
    for (const [variant, ending] of [["320.avif", "avif"] as const, ["640.jpg", "jpg"] as const]) {
      const { url } = await Media.address(visitor(), { photoId, variant, download: "1" })
      const file = await fetch(url)
      expect([file.status, file.headers.get("content-disposition")]).toEqual([
        200,
        `attachment; filename="${photoId}.${ending}"`,
      ])
    }
    const secret = await given.photo(ada)
    const kept = { photoId: secret, variant: "320.avif", download: "1" } as const
    await expect(Media.address(visitor(), kept)).rejects.toMatchObject({ code: "not_found" })
    const open = { photoId, variant: "original", download: "1" } as const
    await expect(Media.address(visitor(), open)).rejects.toMatchObject({ code: "not_found" })
  })

  it("is not there for sizes that were not made, and while the photo is not ready", async () => {
    const photoId = await given.photo(ada)
    for (const variant of ["640.avif", "1280.jpg", "2048.avif"])
      expect(await sees(ada, photoId, variant)).toBe(false)
    const waiting = await given.upload(ada, await given.jpeg())
    for (const variant of variants) expect(await sees(ada, waiting.photoId, variant)).toBe(false)
    for (const variant of ["320.png", "../320.avif", "", "original/"]) {
      await expect(address(ada, photoId, variant)).rejects.toMatchObject({ code: "invalid" })
    }
  })
})
