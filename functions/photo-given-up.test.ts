import { describe, expect, it } from "vitest"
import { Photo } from "../core/photo"
import { table } from "../core/table"
import { epoch } from "../core/time"
import { s3Event, send, settle } from "../testing/events"
import { given } from "../testing/given"
import { slow } from "../testing/slow"
import { handler as givenUp } from "./photo-given-up"
import { handler as photoUploaded } from "./photo-uploaded"

const failure = (key: string, requestId: string) => ({
  requestContext: { requestId, condition: "RetriesExhausted" },
  requestPayload: s3Event(key, 10),
})

async function sent() {
  const ada = await given.person()
  const bytes = await given.jpeg()
  const { photoId, upload } = await given.upload(ada, bytes)
  await send(upload, bytes)
  return { ada, bytes, photoId, key: upload.fields.key ?? "" }
}

describe("a photo whose every try failed", () => {
  it("says so to its owner, who tries again with success", slow, async () => {
    const { ada, bytes, photoId, key } = await sent()
    await givenUp(failure(key, "first"))
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "failed", reason: "internal" })
    await Photo.retry(ada, { photoId })
    await photoUploaded(s3Event(key, bytes.length), { awsRequestId: "again" })
    await settle()
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "ready" })
  })

  it("is left alone while another delivery encodes it", async () => {
    const { ada, photoId, key } = await sent()
    const lease = {
      leaseBy: "the other",
      leaseUntil: epoch(60),
      state: "processing",
      updatedAt: "x",
    } as const
    await table().photo.patch({ photoId }).set(lease).go()
    await givenUp(failure(key, "the duplicate"))
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "processing" })
    await givenUp(failure(key, "the other"))
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "failed" })
  })

  it("stays ready when it is ready", async () => {
    const ada = await given.person()
    const photoId = await given.photo(ada)
    await givenUp(failure(`incoming/${ada.userId}/${photoId}`, "late"))
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "ready" })
  })
})
