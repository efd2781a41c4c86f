import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { handler } from "../../functions/photo-uploaded"
import { objectsOf, s3Event, send, settle } from "../../testing/events"
import { during, justBefore } from "../../testing/faults"
import { given, type Person } from "../../testing/given"
import { itemsAbout } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { config } from "../config"
import { Draft } from "../draft"
import { Post } from "../post"
import { Storage } from "../storage"
import { table } from "../table"
import { giveUp } from "./give-up"
import { Photo } from "./index"

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})

const state = async (photoId: string) => (await Photo.get(ada, { photoId })).state
const deliver = (event: ReturnType<typeof s3Event>) => handler(event, { awsRequestId: randomUUID() })

/** An upload whose bytes are in storage, and its event, which nobody has delivered. */
async function arrived(bytes?: Buffer) {
  const file = bytes ?? (await given.jpeg())
  const { photoId, upload } = await given.upload(ada, file)
  expect((await send(upload, file)).status).toBe(204)
  const key = upload.fields.key ?? ""
  return { photoId, upload, file, key, event: s3Event(key, file.length) }
}

/** How many variants something writes. */
async function writes(run: () => Promise<unknown>) {
  let count = 0
  const wrap = ({ name }: { name: string }, next: () => Promise<unknown>) => {
    if (name === "PutObjectCommand") count++
    return next()
  }
  await during(wrap, run)
  return count
}

describe("an event", () => {
  it("three times makes one set of variants, one photo and one post (check 1)", slow, async () => {
    const { photoId, event } = await arrived()
    const before = (await Post.byUser(ada, { handle: ada.handle })).items.length
    const waiting = await Draft.publish(ada, { photos: [{ photoId }] })
    expect(waiting.status).toBe("waiting")
    const made = await writes(async () => {
      for (let i = 0; i < 3; i++) await deliver(event)
    })
    expect(made).toBe(2)
    expect(await state(photoId)).toBe("ready")
    expect(await objectsOf(photoId, ada.userId)).toEqual([
      `private/${photoId}/1-320.avif`,
      `private/${photoId}/1-640.jpg`,
      `kept/${ada.userId}/${photoId}`,
    ])
    await settle()
    const { items } = await Post.byUser(ada, { handle: ada.handle })
    expect(items.filter((post) => post.photos.some((photo) => photo.photoId === photoId))).toHaveLength(1)
    expect(items).toHaveLength(before + 1)
  })

  it("delivered twice at once is encoded by one, and the other is told to come again (check 2)", async () => {
    const { photoId, event } = await arrived()
    let outcomes: PromiseSettledResult<void>[] = []
    const made = await writes(async () => {
      outcomes = await Promise.allSettled([deliver(event), deliver(event)])
    })
    expect(made).toBe(2)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await deliver(event)
    expect(await state(photoId)).toBe("ready")
  })

  it("before its row is visible is refused, and later makes the photo ready (check 3)", async () => {
    const { photoId, event } = await arrived()
    const { data: row } = await table().photo.get({ photoId }).go()
    if (!row) throw new Error("there is no row")
    await table().photo.delete({ photoId }).go()
    await expect(deliver(event)).rejects.toThrow("no row")
    await table().photo.create(row).go()
    await deliver(event)
    expect(await state(photoId)).toBe("ready")
  })

  it("older than the one that was taken is ignored (check 4)", async () => {
    const { photoId, key, event } = await arrived(Buffer.from("this is no photo"))
    await deliver(s3Event(key, 16, "00FF"))
    expect(await state(photoId)).toBe("failed")
    const ignored = await writes(() => deliver(s3Event(key, 16, "0A")))
    expect(ignored).toBe(0)
    const { data } = await table().photo.get({ photoId }).go()
    // In hex and by value: 0A is older although it is shorter, and a longer one is newer.
    expect(data?.sequencer).toBe("00FF")
    await deliver(event)
    expect((await table().photo.get({ photoId }).go()).data?.sequencer).toBe(
      event.Records[0]?.s3.object.sequencer,
    )
  })

  it("whose key is encoded in every character is understood (check 5)", async () => {
    const { photoId, event } = await arrived()
    const object = event.Records[0]?.s3.object
    if (!object) throw new Error("there is no record")
    const hex = (c: string) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
    object.key = [...decodeURIComponent(object.key)].map((c) => (/[a-z0-9]/i.test(c) ? c : hex(c))).join("")
    expect(object.key).toContain("%2F")
    await deliver(event)
    expect(await state(photoId)).toBe("ready")
  })

  it.each(["incoming/a b+c/é 日本.jpg", "kept/usr_1/pho_1", "incoming/usr_1", "incoming/../x/y"])(
    "about %s, which is none of ours, is passed over (check 5)",
    async (key) => {
      await expect(deliver(s3Event(key, 1))).resolves.toBeUndefined()
    },
  )

  it("of something other than a new object is passed over", async () => {
    const { photoId, event } = await arrived()
    for (const record of event.Records) record.eventName = "ObjectRemoved:Delete"
    await deliver(event)
    expect(await state(photoId)).toBe("awaiting")
  })
})

describe("the upload", () => {
  it("takes no second write once the photo is ready (check 19)", async () => {
    const { photoId, upload, file, key, event } = await arrived()
    await deliver(event)
    const before = await Storage.read(config.mediaBucket, `private/${photoId}/1-320.avif`)
    expect((await send(upload, file)).status).toBe(204)
    expect(await writes(() => deliver(s3Event(key, file.length)))).toBe(0)
    expect(await objectsOf(photoId, ada.userId)).toHaveLength(3)
    expect(await Storage.read(config.mediaBucket, `private/${photoId}/1-320.avif`)).toEqual(before)
  })

  it("is signed for these bytes, this key and this type alone (check 19)", async () => {
    const file = await given.jpeg()
    const { upload } = await given.upload(ada, file)
    const fields = upload.fields
    const foreign = (fields.key ?? "").replace(ada.userId, (await given.person()).userId)
    const refused = [
      { url: upload.url, fields: { ...fields, key: foreign } },
      { url: upload.url, fields: { ...fields, "Content-Type": "image/svg+xml" } },
      {
        url: upload.url,
        fields: { ...fields, "x-amz-checksum-sha256": Buffer.alloc(32).toString("base64") },
      },
    ]
    for (const form of refused) expect((await send(form, file)).status).toBe(403)
    const other = Buffer.from(file).fill(1, 20, 30)
    expect((await send(upload, other)).status).toBe(400)
    expect((await send(upload, Buffer.concat([file, file]))).status).toBe(400)
    expect(await Storage.keys(config.originalsBucket, fields.key ?? "-")).toEqual([])
  })
})

describe("a photo that was deleted", () => {
  it.each(["GetObjectCommand", "PutObjectCommand", "CopyObjectCommand", "TransactWriteItemsCommand"])(
    "while it is processed leaves nothing (check 14, %s)",
    async (command) => {
      const { photoId, event } = await arrived()
      const remove = async () => {
        const [photo] = await Photo.rows([photoId])
        if (photo) await Photo.erase(photo)
        await settle()
      }
      await justBefore(command, remove, () => deliver(event)).catch(() => deliver(event))
      await settle()
      expect(await objectsOf(photoId, ada.userId)).toEqual([])
      expect(await itemsAbout(photoId)).toEqual([])
    },
  )

  it("before its bytes came leaves nothing, however late they come", async () => {
    const { photoId, event } = await arrived()
    const [photo] = await Photo.rows([photoId])
    expect(photo && (await Photo.erase(photo))).toBe(true)
    await deliver(event)
    expect(await objectsOf(photoId, ada.userId)).toEqual([])
  })

  it("when it was ready leaves nothing, and its late event finds that out", async () => {
    const { photoId, upload, file, event } = await arrived()
    await deliver(event)
    const [photo] = await Photo.rows([photoId])
    if (photo) await Photo.erase(photo)
    await settle()
    await send(upload, file)
    await deliver(event)
    expect(await objectsOf(photoId, ada.userId)).toEqual([])
    expect(await itemsAbout(photoId)).toEqual([])
  })
})

describe("a photo that failed", () => {
  it("says why, and whose bytes are not what was announced fails too", async () => {
    const { photoId, event } = await arrived(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))
    await deliver(event)
    expect(await Photo.get(ada, { photoId })).toEqual({ id: photoId, state: "failed", reason: "unsupported" })
    const second = await arrived()
    await table()
      .photo.patch({ photoId: second.photoId })
      .set({ sha256: "0".repeat(64) })
      .go()
    await deliver(second.event)
    expect(await Photo.get(ada, { photoId: second.photoId })).toMatchObject({
      state: "failed",
      reason: "mismatch",
    })
  })

  it("for the machine's fault is ready after another try", async () => {
    const { photoId, key, file } = await arrived()
    await giveUp(photoId, "late")
    expect(await Photo.get(ada, { photoId })).toEqual({ id: photoId, state: "failed", reason: "internal" })
    expect(await Photo.retry(ada, { photoId })).toEqual({ id: photoId, state: "awaiting" })
    await expect(Photo.retry(ada, { photoId })).rejects.toMatchObject({ code: "conflict" })
    await deliver(s3Event(key, file.length))
    expect(await state(photoId)).toBe("ready")
    await expect(Photo.retry(ada, { photoId })).rejects.toMatchObject({ reason: "photo_not_failed" })
  })

  it("and is tried again twice at once stays ready when one was quicker", async () => {
    const { photoId, key, file } = await arrived()
    await giveUp(photoId, "late")
    const event = () => deliver(s3Event(key, file.length))
    await justBefore("UpdateItemCommand", event, () => Photo.retry(ada, { photoId }))
    expect(await state(photoId)).toBe("ready")
  })

  it("and whose bytes are gone cannot be tried again", async () => {
    const { photoId, key } = await arrived()
    await giveUp(photoId, "late")
    await Storage.removeAll(config.originalsBucket, key)
    await expect(Photo.retry(ada, { photoId })).rejects.toMatchObject({
      code: "gone",
      reason: "original_gone",
    })
    expect(await state(photoId)).toBe("failed")
  })

  it("is given up only while it is on its way", async () => {
    const photoId = await given.photo(ada)
    await giveUp(photoId, "late")
    expect(await state(photoId)).toBe("ready")
  })
})

it("leaves the queue of work when it is published", async () => {
  const { photoId, event } = await arrived()
  const queue = async (name: "awaiting" | "processing" | "ready") => {
    const { data } = await table().photo.query.byState({ state: name }).go()
    return data.map((photo) => photo.photoId)
  }
  expect(await queue("awaiting")).toContain(photoId)
  await deliver(event)
  expect(await queue("ready")).toContain(photoId)
  await given.post(ada, { photos: [photoId] })
  const left = [...(await queue("awaiting")), ...(await queue("processing")), ...(await queue("ready"))]
  expect(left).not.toContain(photoId)
})

it("is larger than this stage allows: failed", async () => {
  const { photoId, key } = await arrived()
  await deliver(s3Event(key, config.settings.limits.photoBytes + 1))
  expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "failed", reason: "too_large" })
})
