import { beforeAll, describe, expect, it } from "vitest"
import { given, type Person, visitor } from "../../testing/given"
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
  ])("of a %s photo is given to whom it is meant for", async (visibility, others) => {
    const photoId = await given.photo(ada)
    if (visibility !== "unpublished") await given.post(ada, { visibility, photos: [photoId] })
    const answers = async (actor: Parameters<typeof sees>[0]) =>
      Promise.all(variants.map((variant) => sees(actor, photoId, variant)))
    expect(await answers(ada)).toEqual([true, true, true])
    expect(await answers(eve)).toEqual(others)
    expect(await answers(visitor())).toEqual(others)
    expect(await answers({ kind: "system" })).toEqual(others)
  })

  it("works for a minute, without a key of ours, and the original comes as a file", async () => {
    const bytes = await given.jpeg()
    const photoId = await given.photo(ada, bytes)
    const { url } = await address(ada, photoId, "320.avif")
    expect(new URL(url).searchParams.get("X-Amz-Expires")).toBe("60")
    const variant = await fetch(url)
    expect([
      variant.status,
      variant.headers.get("content-type"),
      variant.headers.get("cache-control"),
    ]).toEqual([200, "image/avif", "private, max-age=50"])
    const original = await fetch((await address(ada, photoId, "original")).url)
    expect(Buffer.from(await original.arrayBuffer())).toEqual(bytes)
    expect(original.headers.get("content-disposition")).toBe(`attachment; filename="${photoId}"`)
    expect((await fetch(url.replace("320.avif", "640.jpg"))).status).toBe(403)
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
