import { beforeAll, describe, expect, it } from "vitest"
import { objectsOf, settle } from "../../testing/events"
import { justBefore, killedEverywhere } from "../../testing/faults"
import { given, offer, type Person } from "../../testing/given"
import { itemsAbout } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { config } from "../config"
import { Draft } from "../draft"
import { Post } from "../post"
import { Storage } from "../storage"
import { table } from "../table"
import { now } from "../time"
import { Photo } from "./index"
import { acceptedTypes } from "./upload.schema"

beforeAll(() => useSettings({ limits: { photosPerDay: 100, bytesPerDay: 1_000_000 } }))

const quotaOf = async ({ userId }: Person) =>
  (
    await table()
      .quota.get({ userId, day: now().slice(0, 10) })
      .go()
  ).data

describe("the same file again", () => {
  it("is the same photo while that is in no post", async () => {
    const ada = await given.person()
    const bytes = await given.jpeg()
    const photoId = await given.photo(ada, bytes)
    expect(await Photo.startUpload(ada, offer(bytes))).toEqual({ photoId, duplicate: true })
    const eve = await given.person()
    expect(await Photo.startUpload(eve, offer(bytes))).toMatchObject({ upload: { kind: "post" } })
  })

  it("is copied inside storage once that is in a post, and both live on their own", slow, async () => {
    const ada = await given.person()
    const bytes = await given.jpeg()
    const first = await given.photo(ada, bytes)
    const post = await given.post(ada, { photos: [first] })
    const answer = await Photo.startUpload(ada, offer(bytes))
    expect(answer).toMatchObject({ duplicate: true })
    expect(answer.photoId).not.toBe(first)
    const [one, two] = await Promise.all([first, answer.photoId].map((id) => Photo.get(ada, { photoId: id })))
    expect(two?.picture).toMatchObject({ color: one?.picture?.color, thumbhash: one?.picture?.thumbhash })
    expect(two?.receipt).toEqual(one?.receipt)
    expect(await objectsOf(answer.photoId, ada.userId)).toHaveLength(3)
    expect(await quotaOf(ada)).toMatchObject({ photos: 2, bytes: 2 * bytes.length })

    const second = await given.post(ada, { photos: [answer.photoId] })
    await Post.remove(ada, { postId: post.id })
    await settle()
    expect(await objectsOf(first, ada.userId)).toEqual([])
    expect(await objectsOf(answer.photoId, ada.userId)).toHaveLength(5)
    expect(await Post.get(ada, { postId: second.id })).toMatchObject({
      photos: [{ photoId: answer.photoId }],
    })
  })

  it("has to be sent when that is deleted in the same moment", slow, async () => {
    const ada = await given.person()
    const bytes = await given.jpeg()
    const post = await given.post(ada, { photos: [await given.photo(ada, bytes)] })
    const remove = async () => {
      await Post.remove(ada, { postId: post.id })
      await settle()
    }
    const answer = await justBefore("CopyObjectCommand", remove, () => Photo.startUpload(ada, offer(bytes)))
    expect(answer).toMatchObject({ upload: { kind: "post" } })
    expect(await Photo.get(ada, { photoId: answer.photoId })).toMatchObject({ state: "awaiting" })
  })

  it("copied by a process that is killed leaves no object without a row", slow, async () => {
    const ada = await given.person()
    const bytes = await given.jpeg()
    const first = await given.photo(ada, bytes)
    await given.post(ada, { photos: [first] })
    const kills = await killedEverywhere(async (killed) => {
      await killed(() => Photo.startUpload(ada, offer(bytes)))
      const { data } = await table().photo.query.byUser({ userId: ada.userId }).go()
      for (const photo of data.filter(({ photoId }) => photoId !== first)) await Photo.erase(photo)
      await settle()
    })
    expect(kills).toBeGreaterThan(5)
    const kept = `kept/${ada.userId}/`
    expect(await Storage.keys(config.originalsBucket, kept)).toEqual([kept + first])
    expect((await itemsAbout(ada.userId)).filter((key) => key.startsWith("PHOTO#"))).toHaveLength(1)
  })
})

it.each(acceptedTypes)("a file that is said to be %s may be sent", async (contentType) => {
  const ada = await given.person()
  const answer = await Photo.startUpload(ada, { ...offer(await given.jpeg()), contentType })
  expect(answer).toMatchObject({ upload: { fields: { "Content-Type": contentType } } })
})

describe("an upload is refused", () => {
  it.each([
    ["an empty file", { byteLength: 0 }, { code: "unprocessable", reason: "empty" }],
    ["a file of a kind that is no photo", { contentType: "application/pdf" }, { code: "unsupported" }],
    [
      "a file that is too large",
      { byteLength: 25 * 1024 * 1024 + 1 },
      { code: "too_large", params: { megabytes: 25 } },
    ],
    ["a length that is none", { byteLength: 1.5 }, { code: "invalid" }],
    ["a hash that is none", { sha256: "A".repeat(64) }, { code: "invalid" }],
  ])("for %s", async (_, change, refusal) => {
    const ada = await given.person()
    const offered = { ...offer(Buffer.from("x")), ...change }
    await expect(Photo.startUpload(ada, offered)).rejects.toMatchObject(refusal)
    expect(await quotaOf(ada)).toBeNull()
  })

  it("beyond the day's quota of bytes, copies included (check 26)", slow, async () => {
    const ada = await given.person()
    const bytes = await given.jpeg()
    await given.post(ada, { photos: [await given.photo(ada, bytes)] })
    const left = 1_000_000 - bytes.length
    const large = { ...offer(Buffer.from("large")), byteLength: left - bytes.length + 1 }
    await Photo.startUpload(ada, large)
    const refusal = { code: "rate_limited", reason: "quota", retryAfter: expect.any(Number) }
    await expect(Photo.startUpload(ada, offer(bytes))).rejects.toMatchObject(refusal)
    await Photo.startUpload(ada, { ...offer(Buffer.from("rest")), byteLength: bytes.length - 1 })
    await expect(Photo.startUpload(ada, { ...large, byteLength: 1 })).rejects.toMatchObject(refusal)
    expect(await quotaOf(ada)).toMatchObject({ photos: 3, bytes: 1_000_000 })
    expect((await Draft.list(ada, {})).items).toEqual([])
  })
})
