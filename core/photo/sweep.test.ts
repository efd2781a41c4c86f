import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { objectsOf, send, settle, uploaded } from "../../testing/events"
import { during, justBefore } from "../../testing/faults"
import { given, offer, type Person } from "../../testing/given"
import { large, openAt } from "../../testing/large"
import { items, itemsAbout } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { config } from "../config"
import { Draft } from "../draft"
import { Post } from "../post"
import { Storage } from "../storage"
import { table } from "../table"
import { hours, now } from "../time"
import { Photo } from "./index"
import { sweepUploads } from "./sweep"

// Storage is the whole run's: uploads of other files must not be swept away under them.
process.env.SST_RESOURCE_Originals = process.env.SST_RESOURCE_Media

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})
beforeEach(async () => {
  await sweepAfter(25)
})

/** Sweeps as it is done when everything that a test made is so old. */
async function sweepAfter(inHours: number, most?: number) {
  const swept = await sweepUploads(Date.now() + hours(inHours) * 1000, most)
  await settle()
  return swept
}

/** What processing finds of a photo. */
const found = { state: "ready", width: 64, height: 48, color: "#808080", thumbhash: "AAAA" } as const

const draftOf = async (...photoIds: string[]) => {
  const publication = await Draft.publish(ada, { photos: photoIds.map((photoId) => ({ photoId })) })
  if (publication.status !== "waiting") throw new Error("it does not wait")
  return publication.draft.id
}

async function failed() {
  const bytes = Buffer.from(`This is no photo: ${Math.random()}`)
  const { photoId, upload } = await given.upload(ada, bytes)
  await uploaded(upload, bytes)
  return photoId
}

const nothing = { erased: 0, failed: 0, joined: 0, aborted: 0, faults: 0, more: false }

describe("what was abandoned", () => {
  it("is gone after a day, on both sides, in whatever state (check 13)", slow, async () => {
    const begun = await given.upload(ada, await given.jpeg())
    const sent = await given.upload(ada, await given.jpeg(64, 64))
    const inParts = await large(ada)
    await inParts.send(inParts.parts.slice(0, 1))
    const ready = await given.photo(ada)
    const photoIds = [begun.photoId, sent.photoId, inParts.photoId, ready, await failed()]
    expect(await sweepAfter(23)).toEqual(nothing)
    for (const photoId of photoIds) expect(await itemsAbout(photoId)).not.toEqual([])

    expect(await sweepAfter(25)).toMatchObject({ erased: 5, failed: 0, more: false })
    for (const photoId of photoIds) {
      expect(await itemsAbout(photoId)).toEqual([])
      expect(await objectsOf(photoId, ada.userId)).toEqual([])
    }
    expect(await openAt("incoming/")).toEqual([])
    const left = (await items()).filter(({ __edb_e__ }) => /^photo(Hash)?$/.test(__edb_e__))
    expect(left).toEqual([])
    expect(await sweepAfter(25)).toEqual(nothing)
  })

  it("sent late, finds its photo gone and leaves nothing", async () => {
    const bytes = await given.jpeg()
    const { photoId, upload } = await given.upload(ada, bytes)
    await sweepAfter(25)
    await uploaded(upload, bytes)
    expect(await objectsOf(photoId, ada.userId)).toEqual([])
  })

  it("is counted from the last activity: asking, signing, and offering the file again", slow, async () => {
    const [asked, signed, again] = [await large(ada), await large(ada), await given.jpeg()]
    const ready = await given.photo(ada, again)
    const long = new Date(Date.now() - hours(23) * 1000).toISOString()
    for (const [photoId, state] of [
      [asked.photoId, "awaiting"],
      [signed.photoId, "awaiting"],
      [ready, "ready"],
    ] as const) {
      await table().photo.patch({ photoId }).set({ state, updatedAt: long }).go()
    }
    await asked.progress()
    await signed.send()
    expect(await Photo.startUpload(ada, offer(again))).toEqual({ photoId: ready, duplicate: true })
    expect(await sweepAfter(2)).toMatchObject({ erased: 0 })
    expect(await Photo.rows([asked.photoId, signed.photoId, ready])).toHaveLength(3)
  })

  it("is swept a part at a time, however old it is", slow, async () => {
    for (let i = 0; i < 5; i++) await given.upload(ada, await given.jpeg())
    expect(await sweepAfter(24 * 30, 0)).toEqual({ ...nothing, more: true })
    expect(await sweepAfter(25, 2)).toEqual({
      erased: 2,
      failed: 0,
      joined: 0,
      aborted: 0,
      faults: 0,
      more: true,
    })
    expect(await sweepAfter(25, 2)).toEqual({
      erased: 2,
      failed: 0,
      joined: 0,
      aborted: 0,
      faults: 0,
      more: true,
    })
    expect(await sweepAfter(25, 2)).toEqual({
      erased: 1,
      failed: 0,
      joined: 0,
      aborted: 0,
      faults: 0,
      more: false,
    })
  })
})

describe("an upload all of whose parts are there, and whose page was closed before it could say so", () => {
  it("is joined after a while, and its post appears", slow, async () => {
    const photo = await large(ada)
    const draftId = await draftOf(photo.photoId)
    await photo.send()
    expect(await sweepAfter(0.1)).toEqual(nothing)
    expect(await sweepAfter(1)).toEqual({ ...nothing, joined: 1 })
    await photo.deliver()
    expect(await Draft.get(ada, { draftId })).toMatchObject({ status: "published" })
    expect(await sweepAfter(1)).toEqual(nothing)
  })

  it("is left alone while a part is missing, or when no post waits for it", async () => {
    const [part, alone] = [await large(ada), await large(ada)]
    await draftOf(part.photoId)
    await part.send(part.parts.slice(1))
    await alone.send()
    expect(await sweepAfter(1)).toEqual(nothing)
    expect(await part.open()).toHaveLength(1)
    expect(await alone.open()).toHaveLength(1)
  })
})

describe("a draft all of whose photos are ready", () => {
  it("is published when whoever saw the last one ready was cut off then", slow, async () => {
    const late = await given.upload(ada, await given.jpeg())
    const waiting = await Draft.publish(ada, { photos: [{ photoId: late.photoId }], visibility: "private" })
    if (waiting.status !== "waiting") throw new Error("it does not wait")
    const draftId = waiting.draft.id
    await table()
      .photo.patch({ photoId: late.photoId })
      .set({ ...found, updatedAt: now() })
      .go()
    expect(await Draft.get(ada, { draftId })).toMatchObject({ status: "waiting" })
    await sweepAfter(1)
    expect(await Draft.get(ada, { draftId })).toMatchObject({ status: "published" })
  })
})

it("one that cannot be swept keeps none of the others", async () => {
  const stuck = await large(ada)
  await draftOf(stuck.photoId)
  const left = await given.upload(ada, await given.jpeg())
  const refuse: Parameters<typeof during>[0] = async ({ name }, next) => {
    if (name === "ListPartsCommand") throw new Error("AccessDenied")
    return next()
  }
  const swept = await during(refuse, () => sweepUploads(Date.now() + hours(1) * 1000))
  expect(swept).toEqual({ ...nothing, faults: 1 })
  expect(await sweepAfter(25)).toMatchObject({ erased: 1, failed: 1 })
  expect(await Photo.rows([left.photoId])).toEqual([])
})

it(
  "a photo of a draft that was given up is taken up again by whoever still has its bytes",
  slow,
  async () => {
    const photo = await large(ada)
    const draftId = await draftOf(photo.photoId)
    await sweepAfter(25)
    expect(await photo.get()).toMatchObject({ state: "failed", reason: "never_arrived" })
    expect(await photo.progress()).toMatchObject({ received: false, parts: [] })
    await photo.send()
    await photo.complete()
    await photo.deliver()
    expect(await Draft.get(ada, { draftId })).toMatchObject({ status: "published" })
  },
)

describe("what is used stays", () => {
  it("in a post", slow, async () => {
    const bytes = await given.jpeg()
    const post = await given.post(ada, { photos: [await given.photo(ada, bytes)] })
    const { photoId: copy } = await Photo.startUpload(ada, offer(bytes))
    const second = await given.post(ada, { photos: [copy] })
    expect(await sweepAfter(25)).toEqual(nothing)
    for (const { id, photos } of [post, second]) {
      expect(await Post.get(ada, { postId: id })).toMatchObject({ id })
      expect(await objectsOf(photos[0]?.photoId ?? "", ada.userId)).toHaveLength(5)
    }
    const { data: work } = await table().photo.query.byState({ state: "ready" }).go()
    expect(work).toEqual([])
  })

  it("in a draft: what is ready waits, what never came fails and can be taken out", slow, async () => {
    const ready = await given.photo(ada)
    const [late, inParts] = [await given.upload(ada, await given.jpeg()), await large(ada)]
    await inParts.send(inParts.parts.slice(0, 1))
    const draftId = await draftOf(ready, late.photoId, inParts.photoId)
    expect(await sweepAfter(25)).toEqual({ ...nothing, failed: 2, aborted: 1 })
    expect(await inParts.open()).toEqual([])
    expect(await Draft.get(ada, { draftId })).toMatchObject({
      status: "failed",
      draft: {
        photos: [
          { photoId: ready, state: "ready" },
          { photoId: late.photoId, state: "failed", reason: "never_arrived" },
          { photoId: inParts.photoId, state: "failed", reason: "never_arrived" },
        ],
      },
    })
    expect(await sweepAfter(25)).toEqual(nothing)
    for (const { photoId } of [late, inParts]) await Draft.removePhoto(ada, { photoId })
    expect(await Draft.get(ada, { draftId })).toMatchObject({
      status: "published",
      post: { photos: [{ photoId: ready }] },
    })
  })

  it(
    "in a draft, where the bytes are there but nobody processed them: its owner tries again",
    slow,
    async () => {
      const bytes = await given.jpeg()
      const { photoId, upload } = await given.upload(ada, bytes)
      await send(upload, bytes)
      const draftId = await draftOf(photoId)
      expect(await sweepAfter(25)).toMatchObject({ failed: 1 })
      expect(await Draft.get(ada, { draftId })).toMatchObject({
        draft: { photos: [{ state: "failed", reason: "internal" }] },
      })
      expect(await Photo.retry(ada, { photoId })).toMatchObject({ state: "awaiting" })
    },
  )

  it.each([
    ["published", (photoId: string) => given.publish(ada, [photoId])],
    ["put into a draft", async (photoId: string) => given.draft(ada, { ready: [photoId] })],
  ])("when it is %s in the same moment", async (_, use) => {
    const photoId = await given.photo(ada)
    const swept = await justBefore(
      "TransactWriteItemsCommand",
      () => use(photoId),
      () => sweepAfter(25),
    )
    expect(swept.erased).toBe(0)
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "ready" })
    expect(await objectsOf(photoId, ada.userId)).not.toEqual([])
  })

  it("when somebody goes on with it in the same moment", async () => {
    const photo = await large(ada)
    await justBefore("TransactWriteItemsCommand", photo.progress, () => sweepAfter(25))
    await photo.send()
    expect(await photo.complete()).toMatchObject({ state: "awaiting" })
  })
})

describe("orphans", () => {
  it("of storage go: uploads in parts that no photo names, or whose photo is gone", async () => {
    const photo = await large(ada)
    const open = (key: string) => Storage.openUpload(config.originalsBucket, key, "image/jpeg")
    await open(photo.key)
    await open(`incoming/${ada.userId}/pho_01JD0000000000000000000000`)
    await open("incoming/nothing-of-ours")
    // It is still being sent, though it began long ago.
    const later = new Date(Date.now() + hours(24) * 1000).toISOString()
    await table().photo.patch({ photoId: photo.photoId }).set({ state: "awaiting", updatedAt: later }).go()
    // They may have begun just now, and be noted in the next moment.
    expect(await sweepAfter(23)).toEqual(nothing)
    expect(await sweepAfter(25)).toEqual({ ...nothing, aborted: 3 })
    expect(await photo.open()).toEqual([(await photo.row())?.uploadId])
  })

  it("of a draft go: a photo that was being taken out when that was cut off", async () => {
    const stays = await given.upload(ada, await given.jpeg())
    const goes = await given.upload(ada, await given.jpeg())
    const draftId = await draftOf(stays.photoId, goes.photoId)
    await table()
      .draft.patch({ draftId })
      .set({ photos: [{ photoId: stays.photoId, altText: "" }] })
      .go()
    expect(await sweepAfter(25)).toMatchObject({ erased: 1, failed: 1 })
    expect(await itemsAbout(goes.photoId)).toEqual([])
  })
})
