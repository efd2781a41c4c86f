import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it, vi } from "vitest"
import { handler } from "../../functions/photo-uploaded"
import { objectsOf, s3Event, send } from "../../testing/events"
import { during, justBefore } from "../../testing/faults"
import { given, type Person } from "../../testing/given"
import { slow } from "../../testing/slow"
import { config } from "../config"
import { Storage } from "../storage"
import { table } from "../table"
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
  return { photoId, key, event: s3Event(key, file.length) }
}

/** The variants that a photo has, without what is the same in all their keys. */
const keysOf = async (photoId: string) =>
  (await Storage.keys(config.mediaBucket, `private/${photoId}/`)).map((key) =>
    key.replace(`private/${photoId}/1-`, ""),
  )

describe("a delivery", () => {
  it(
    "killed after three of six variants is completed by its next try, under the same keys (check 6)",
    slow,
    async () => {
      const { photoId, event, key } = await arrived(await given.jpeg(2400, 1800))
      let written = 0
      const killed = async ({ name }: { name: string }, next: () => Promise<unknown>) => {
        if (name === "PutObjectCommand" && ++written > 3) throw new Error("killed")
        return next()
      }
      const awsRequestId = randomUUID()
      await expect(during(killed, () => handler(event, { awsRequestId }))).rejects.toThrow("killed")
      await vi.waitFor(async () => expect(await keysOf(photoId)).toHaveLength(3))
      expect(await state(photoId)).toBe("processing")
      expect(await Storage.keys(config.originalsBucket, key)).toEqual([key])
      await handler(event, { awsRequestId })
      expect(await state(photoId)).toBe("ready")
      expect(await keysOf(photoId)).toEqual([
        "1280.avif",
        "1280.jpg",
        "2048.avif",
        "320.avif",
        "640.avif",
        "640.jpg",
      ])
    },
  )
})

describe("a delivery that lost its lease", () => {
  it("leaves alone what the next one made", slow, async () => {
    const { photoId, event } = await arrived()
    const other = async () => {
      await table().photo.patch({ photoId }).set({ leaseUntil: 1 }).go()
      await deliver(event)
    }
    await justBefore("PutObjectCommand", other, () => deliver(event))
    expect(await state(photoId)).toBe("ready")
    expect(await objectsOf(photoId, ada.userId)).toHaveLength(3)
  })

  it("does not end what another has begun", async () => {
    const { photoId, event } = await arrived()
    const other = () => table().photo.patch({ photoId }).set({ leaseBy: "another", leaseUntil: 4e9 }).go()
    await justBefore("TransactWriteItemsCommand", other, () => deliver(event))
    const { data } = await table().photo.get({ photoId }).go()
    expect(data).toMatchObject({ state: "processing", leaseBy: "another" })
  })

  it("keeps others from encoding until the lease ends, and itself not", slow, async () => {
    const { photoId, event } = await arrived()
    const lost = (call: { name: string }, next: () => Promise<unknown>) => {
      if (call.name === "GetObjectCommand") throw new Error("storage is away")
      return next()
    }
    await expect(during(lost, () => handler(event, { awsRequestId: "one" }))).rejects.toThrow("away")
    expect(await state(photoId)).toBe("processing")
    await expect(handler(event, { awsRequestId: "two" })).rejects.toThrow("another delivery")
    await handler(event, { awsRequestId: "one" })
    expect(await state(photoId)).toBe("ready")
  })
})
