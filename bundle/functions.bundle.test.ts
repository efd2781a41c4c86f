import { randomUUID } from "node:crypto"
import { readFile } from "node:fs/promises"
import type { DynamoDBBatchResponse, ScheduledEvent } from "aws-lambda"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { config } from "@/core/config"
import { Draft } from "@/core/draft"
import { Notification } from "@/core/notification"
import { Photo } from "@/core/photo"
import { Search } from "@/core/search"
import { Storage } from "@/core/storage"
import { table } from "@/core/table"
import { changes, objectsOf, s3Event, send } from "@/testing/events"
import { given, type Person } from "@/testing/given"
import { mailsTo } from "@/testing/mail"
import { written } from "@/testing/written"
import { startFunction } from "./built"
import type { Lambda } from "./lambda"

const at = (path: string) => readFile(new URL(`../${path}`, import.meta.url))
const started: Lambda[] = []
async function start(name: string): Promise<Lambda> {
  const lambda = await startFunction(name)
  started.push(lambda)
  return lambda
}

let ada: Person
let photoUploaded: Lambda
let tableChanged: Lambda
beforeAll(async () => {
  ada = await given.person()
  photoUploaded = await start("photo-uploaded")
  tableChanged = await start("table-changed")
})
afterAll(async () => {
  await Promise.all(started.map((lambda) => lambda.stop()))
})

/** The event of a schedule, as EventBridge sends it. */
const schedule = (): ScheduledEvent => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: new Date().toISOString(),
  region: "us-east-1",
  resources: ["arn:aws:events:us-east-1:000000000000:rule/schedule"],
  detail: {},
})

/** Sends the bytes of a new photo to storage. Gives its id, and the event that storage makes of them. */
async function sent(bytes: Buffer) {
  const { photoId, upload } = await given.upload(ada, bytes)
  expect((await send(upload, bytes)).ok).toBe(true)
  return { photoId, event: s3Event(upload.fields.key ?? "", bytes.length) }
}

/** Delivers all that changed in the table, until nothing follows from it any more. */
async function settled() {
  for (let Records = await changes(); Records.length > 0; Records = await changes()) {
    const { result } = await tableChanged.invoke<DynamoDBBatchResponse>({ Records })
    expect(result.batchItemFailures).toEqual([])
  }
}

const stateOf = async (photoId: string) => (await Photo.rows([photoId]))[0]

describe("photo-uploaded", () => {
  it("makes every size of a photograph, once, also when its event comes twice", async () => {
    const { photoId, event } = await sent(await at("local/demo/photos/skyline.jpg"))
    await photoUploaded.invoke(event)
    const ready = await stateOf(photoId)
    expect(ready).toMatchObject({ state: "ready", thumbhash: expect.any(String) })
    const objects = await objectsOf(photoId, ada.userId)
    expect(objects.filter((key) => key.endsWith(".avif")).length).toBeGreaterThanOrEqual(3)
    expect(objects.filter((key) => key.endsWith(".jpg")).length).toBeGreaterThanOrEqual(1)
    await photoUploaded.invoke(event)
    expect([await stateOf(photoId), await objectsOf(photoId, ada.userId)]).toEqual([ready, objects])
    const key = objects.find((name) => name.endsWith(".avif")) ?? ""
    const avif = await Storage.read(config.mediaBucket, key)
    expect(avif.toString("latin1", 4, 12)).toBe("ftypavif")
  })

  it("decodes a HEIC with the package that was put beside it", async () => {
    const { photoId, event } = await sent(await at("core/image/fixtures/heic/plain.heic"))
    await photoUploaded.invoke(event)
    expect(await stateOf(photoId)).toMatchObject({ state: "ready" })
  })

  it("tells the owner what is no photo, and throws where the row is not there yet", async () => {
    const { photoId, event } = await sent(Buffer.from("%PDF-1.7 not a photo"))
    await photoUploaded.invoke(event)
    expect(await stateOf(photoId)).toMatchObject({ state: "failed", reason: "unsupported" })
    const early = s3Event(event.Records[0]?.s3.object.key.replace(photoId, `pho_${"0".repeat(26)}`) ?? "", 9)
    await expect(photoUploaded.invoke(early)).rejects.toThrow("There is no row for photo")
  })
})

describe("photo-given-up", () => {
  it("says so to the owner, of the event that Lambda's failure destination holds", async () => {
    const { photoId, event } = await sent(await given.jpeg())
    const givenUp = await start("photo-given-up")
    await givenUp.invoke({
      version: "1.0",
      timestamp: new Date().toISOString(),
      requestContext: {
        requestId: randomUUID(),
        functionArn: "arn:aws:lambda:us-east-1:000000000000:function:photo-uploaded:$LATEST",
        condition: "RetriesExhausted",
        approximateInvokeCount: 3,
      },
      requestPayload: event,
      responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
      responsePayload: { errorType: "Error", errorMessage: "no" },
    })
    expect(await stateOf(photoId)).toMatchObject({ state: "failed", reason: "internal" })
    expect(givenUp.output()).toContain(`"photo_id":"${photoId}"`)
  })
})

describe("table-changed", () => {
  it("publishes, makes findable, tells followers and mails, out of the table's own stream", async () => {
    const bo = await given.person()
    await settled()
    const { photoId, event } = await sent(await given.jpeg())
    const caption = "Lanterns over the harbour"
    const publication = await Draft.publish(ada, { photos: [{ photoId }], caption })
    expect(publication.status).toBe("waiting")
    await photoUploaded.invoke(event)
    await settled()
    const found = await Search.find(bo, { q: "lanterns" })
    expect(found.items).toEqual([expect.objectContaining({ caption })])
    const objects = await objectsOf(photoId, ada.userId)
    expect(objects.some((key) => key.startsWith("public/"))).toBe(true)
  })

  it("names the record that it cannot do, and does those before it", async () => {
    const sound = await changes()
    const broken = {
      eventID: "1",
      eventName: "INSERT",
      dynamodb: { SequenceNumber: "77", NewImage: { pk: 3 } },
    }
    const { result } = await tableChanged.invoke<DynamoDBBatchResponse>({ Records: [...sound, broken] })
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: "77" }] })
  })
})

describe("what runs by the clock", () => {
  it("every-minute publishes what is due", async () => {
    const publishAt = new Date(Date.now() + 120_000).toISOString()
    const photos = [{ photoId: await given.photo(ada) }]
    const publication = await Draft.publish(ada, { photos, publishAt })
    if (publication.status === "published") throw new Error("it is published")
    const { id: draftId } = publication.draft
    const past = new Date(Date.now() - 1000).toISOString()
    await table().draft.patch({ draftId }).set({ publishAt: past, queue: "SCHEDULED" }).go()
    await (await start("every-minute")).invoke(schedule())
    expect((await Draft.get(ada, { draftId })).status).toBe("published")
  })

  it("housekeeping removes an upload that was left, and only that", async () => {
    const { photoId: left } = await sent(await given.jpeg())
    const { photoId: fresh } = await sent(await given.jpeg())
    await table()
      .photo.patch({ photoId: left })
      .set({ state: "awaiting", updatedAt: daysAgo(3) })
      .go()
    await (await start("housekeeping")).invoke(schedule())
    expect([await stateOf(left), (await stateOf(fresh))?.state]).toEqual([undefined, "awaiting"])
    await settled()
    expect(await objectsOf(left, ada.userId)).toEqual([])
  })

  it("digest mails what is unread", async () => {
    const bo = await given.person()
    const { id: postId } = await given.post(ada)
    await table().user.patch({ userId: ada.userId }).set({ emailVerified: true }).go()
    await Notification.setSettings(ada, { digest: "daily", digestHour: new Date().getUTCHours() })
    await written.like(bo, { postId, author: ada })
    await settled()
    const dueAt = new Date(Date.now() - 1000).toISOString()
    await table().notificationSettings.update({ userId: ada.userId }).set({ digest: "daily", dueAt }).go()
    await (await start("digest")).invoke(schedule())
    const [mail, ...more] = await mailsTo(ada.email)
    expect([mail?.text, more]).toEqual([expect.stringContaining(`${bo.handle} liked your photo`), []])
  })
})

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
