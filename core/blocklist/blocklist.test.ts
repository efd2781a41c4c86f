import sharp from "sharp"
import { expect, it } from "vitest"
import { objectsOf, settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given, offer } from "../../testing/given"
import { slow } from "../../testing/slow"
import { Case } from "../case"
import { config } from "../config"
import { Image } from "../image"
import { Media } from "../media"
import { Moderation } from "../moderation"
import { Photo } from "../photo"
import { Storage } from "../storage"
import { table } from "../table"
import { Blocklist } from "./index"
import { distance } from "./likeness"

/** A picture of something: noise, softened, the same for the same seed. */
async function picture(seed: number): Promise<Buffer> {
  let state = seed
  const noise = Buffer.alloc(24 * 16 * 3)
  for (let at = 0; at < noise.length; at++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    noise[at] = (state >> 16) & 255
  }
  return sharp(noise, { raw: { width: 24, height: 16, channels: 3 } })
    .resize(480, 320, { kernel: "cubic" })
    .jpeg({ quality: 90 })
    .toBuffer()
}

const smaller = (bytes: Buffer) =>
  sharp(bytes).resize(300).modulate({ brightness: 1.05 }).jpeg({ quality: 55 }).toBuffer()

it("a picture looks the same when it is smaller, lighter and encoded anew, and another does not", async () => {
  const [one, other] = [await picture(7), await picture(99)]
  const hashes = await Promise.all(
    [one, await smaller(one), other].map(async (bytes) => (await Image.process(bytes)).dhash),
  )
  const [a = "", b = "", c = ""] = hashes
  expect(distance(a, b)).toBeLessThanOrEqual(4)
  expect(distance(a, c)).toBeGreaterThan(14)
})

it(
  "what is quarantined is kept, and neither it nor what looks like it comes in again; undone, it does",
  slow,
  async () => {
    const [author, other, moderator] = await Promise.all([given.person(), given.person(), given.moderator()])
    const bytes = await picture(20261129)
    const post = await given.post(author, { photos: [await given.photo(author, bytes)] })
    const { decisions } = await Moderation.decide(moderator, {
      targets: [post.id],
      act: "quarantine",
      rule: "illegal",
      reason: "Not here.",
    })
    const id = decisions[0]?.id ?? ""
    await settle()
    const kept = await Storage.read(config.evidenceBucket, `quarantine/${id}/${post.photos[0]?.photoId}`)
    expect(kept.equals(bytes)).toBe(true)

    await expect(Photo.startUpload(other, offer(bytes))).rejects.toMatchObject({
      code: "unprocessable",
      reason: "content_blocked",
    })
    const photoId = await given.photo(other, await smaller(bytes))
    expect(await Photo.get(other, { photoId })).toMatchObject({ state: "quarantined", reason: "blocked" })
    await expect(Media.address(other, { photoId, variant: "original" })).rejects.toMatchObject({
      code: "not_found",
    })
    // A person decides whether it is: moderators see it, and let it go.
    expect(await Case.get(photoId)).toMatchObject({ kinds: ["blocked_content"], rank: "0" })
    await Media.address(moderator, { photoId, variant: "320.avif" })
    await Moderation.decide(moderator, { targets: [photoId], act: "approve" })
    expect(await Photo.get(other, { photoId })).toMatchObject({ state: "ready" })

    await Moderation.undo(moderator, { id, why: "It is fine." })
    await settle()
    expect(await Blocklist.isBlocked(offer(bytes).sha256)).toBe(false)
    const again = await given.photo(other, await smaller(await smaller(bytes)))
    expect(await Photo.get(other, { photoId: again })).toMatchObject({ state: "ready" })
    // The evidence stays.
    await Storage.read(config.evidenceBucket, `quarantine/${id}/${post.photos[0]?.photoId}`)
    expect((await objectsOf(photoId, other.userId)).length).toBeGreaterThan(0)
  },
)

it(
  "a file that was sent once is looked at like others: a copy of it is known by its looks, and none is made of what is blocked",
  slow,
  async () => {
    const [author, other, moderator] = await Promise.all([given.person(), given.person(), given.moderator()])
    const bytes = await picture(77)
    const first = await given.photo(author, bytes)
    await given.post(author, { photos: [first] })
    const copy = await Photo.startUpload(author, offer(bytes))
    expect(copy).toMatchObject({ duplicate: true })
    const post = await given.post(author, { photos: [copy.photoId] })
    const shut = { act: "quarantine", rule: "illegal", reason: "Not here." } as const
    await Moderation.decide(moderator, { targets: [post.id], ...shut })
    await settle()
    const like = await given.photo(other, await smaller(bytes))
    expect(await Photo.get(other, { photoId: like })).toMatchObject({ state: "quarantined" })
    // The file of somebody else that only looks so, and was here before.
    await Moderation.decide(moderator, { targets: [like], act: "approve" })
    expect(await Photo.startUpload(other, offer(await smaller(bytes)))).not.toHaveProperty("duplicate")
  },
)

it("a reason that comes while the last is taken back stands, with the looks", async () => {
  const [sha256, dhash] = ["cd".repeat(32), "6e3a91c07be2d41c"]
  const row = { sha256, dhash }
  for (const part of [{ sha256 }, { dhash }]) {
    const hash = Object.entries(part).flat().join(":")
    await Blocklist.add(part, { why: "one", by: "test" })
    await justBefore(
      "TransactWriteItemsCommand",
      () => Blocklist.add(part, { why: "other", by: "test" }),
      () => Blocklist.takeBack(hash, "one"),
    )
    expect(await Blocklist.get(hash)).toMatchObject({ why: "other" })
  }
  expect(await Blocklist.match({ sha256: "ef".repeat(32), dhash })).toBe(`dhash:${dhash}`)
  for (const hash of [`sha256:${sha256}`, `dhash:${dhash}`]) await Blocklist.takeBack(hash, "other")
  expect(await Blocklist.match(row)).toBeUndefined()
})

it("the list is read, added to and taken from", async () => {
  const sha256 = "ab".repeat(32)
  await Blocklist.add({ sha256, dhash: "9f3a61c07be2d418" }, { why: "from the hotline", by: "test" })
  const hashes = async () => (await Blocklist.last(50)).map(({ hash }) => hash)
  expect(await hashes()).toEqual(expect.arrayContaining([`sha256:${sha256}`, "dhash:9f3a61c07be2d418"]))
  expect(await Blocklist.remove(`sha256:${sha256}`)).toBe(true)
  expect(await Blocklist.remove("dhash:9f3a61c07be2d418")).toBe(true)
  expect(await Blocklist.remove("dhash:9f3a61c07be2d418")).toBe(false)
  const { data } = await table().blockedBand.query.byBand({ band: 0, bits: "9f" }).go()
  expect(data).toEqual([])
})
