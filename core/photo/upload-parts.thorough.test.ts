import { createHash } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { objectsOf, send, settle } from "../../testing/events"
import { during, justBefore } from "../../testing/faults"
import { given, type Person } from "../../testing/given"
import { large, openAt } from "../../testing/large"
import { itemsAbout } from "../../testing/rows"
import { config } from "../config"
import { Draft } from "../draft"
import { Post } from "../post"
import { Storage } from "../storage"
import { table } from "../table"
import { Photo } from "./index"
import { partBytes } from "./upload.schema"

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex")
const state = (photoId: string) => Photo.get(ada, { photoId })
/** Storage forgets an upload, as it does when it expires. */
const forget = (key: string) => Storage.abortAll(config.originalsBucket, key)

describe("a large photo", () => {
  it("is sent in parts, joined, and becomes ready as any other", async () => {
    const photo = await large(ada)
    expect(photo.upload).toEqual({ kind: "multipart", partSize: partBytes, parts: 2 })
    expect((await photo.send()).map(({ status }) => status)).toEqual([200, 200])
    expect(await photo.complete()).toEqual({ id: photo.photoId, state: "awaiting" })
    expect(await photo.open()).toEqual([])
    await photo.deliver()
    expect(await photo.get()).toMatchObject({ state: "ready" })
    const kept = await Storage.read(config.originalsBucket, photo.key.replace("incoming", "kept"))
    expect(kept.equals(photo.bytes)).toBe(true)
  })

  it("begins with the first byte that one piece does not hold", async () => {
    await given.upload(ada, await given.largeJpeg(partBytes))
    const photo = await large(ada, await given.largeJpeg(partBytes + 1))
    expect(photo.parts.map(({ bytes }) => bytes.length)).toEqual([partBytes, 1])
    await photo.send()
    expect(await photo.complete()).toMatchObject({ state: "awaiting" })
  })

  it("deleted while it begins leaves no upload open", async () => {
    const bob = await given.person()
    const remove = async () => {
      const { data } = await table().photo.query.byUser({ userId: bob.userId }).go()
      for (const { photoId } of data) await Draft.removePhoto(bob, { photoId })
      await settle()
    }
    await justBefore("CreateMultipartUploadCommand", remove, () => given.largeUpload(bob))
    expect(await openAt(`incoming/${bob.userId}/`)).toEqual([])
  })

  it("whose parts were swapped fails, and is never served", async () => {
    const photo = await large(ada, await given.largeJpeg(2 * partBytes + 9))
    const [one, two, three] = photo.parts
    if (!one || !two || !three) throw new Error("there are no three parts")
    await photo.send([{ ...one, partNumber: 2 }, { ...two, partNumber: 1 }, three])
    await photo.complete()
    await photo.deliver()
    expect(await photo.get()).toEqual({ id: photo.photoId, state: "failed", reason: "mismatch" })
    expect(await objectsOf(photo.photoId, ada.userId)).toEqual([photo.key])
  })

  it("may be published while its parts still come; the post appears with the last", async () => {
    const photo = await large(ada)
    const [first, second] = photo.parts
    if (!first || !second) throw new Error("there are no two parts")
    await photo.send([first])
    const small = await given.photo(ada)
    const photos = [photo.photoId, small].map((photoId) => ({ photoId }))
    const publication = await Draft.publish(ada, { photos })
    if (publication.status !== "waiting") throw new Error("it does not wait")
    await photo.send([second])
    await photo.complete()
    await photo.deliver()
    const [newest] = (await Post.byUser(ada, { handle: ada.handle })).items
    expect(newest?.photos.map(({ photoId }) => photoId)).toEqual([photo.photoId, small])
  })

  it("that is deleted takes its parts with it", async () => {
    const photo = await large(ada)
    await photo.send(photo.parts.slice(0, 1))
    await Draft.removePhoto(ada, { photoId: photo.photoId })
    await settle()
    expect([await photo.open(), await objectsOf(photo.photoId, ada.userId)]).toEqual([[], []])
    expect(await itemsAbout(photo.photoId)).toEqual([])
  })
})

it("a small photo that is deleted costs no look at parts", async () => {
  const photoId = await given.photo(ada)
  await settle()
  const calls: string[] = []
  const watch = async ({ name }: { name: string }, next: () => Promise<unknown>) => {
    calls.push(name)
    return next()
  }
  await during(watch, async () => {
    await Draft.removePhoto(ada, { photoId })
    await settle()
  })
  expect(calls).toContain("ListObjectVersionsCommand")
  expect(calls).not.toContain("ListMultipartUploadsCommand")
})

describe("the progress of an upload", () => {
  it("names the parts that arrived", async () => {
    const photo = await large(ada)
    expect(await photo.progress()).toEqual({ received: false, upload: photo.upload, parts: [] })
    const [, second] = photo.parts
    if (!second) throw new Error("there is no second part")
    await photo.send([second])
    const arrived = { partNumber: 2, byteLength: second.bytes.length, sha256: second.sha256 }
    expect(await photo.progress()).toEqual({ received: false, upload: photo.upload, parts: [arrived] })
  })

  it("begins anew where storage has forgotten the parts, once for all who ask", async () => {
    const photo = await large(ada)
    await photo.send(photo.parts.slice(0, 1))
    await forget(photo.key)
    const fresh = { received: false, upload: photo.upload, parts: [] }
    expect(await Promise.all([photo.progress(), photo.progress(), photo.progress()])).toEqual([
      fresh,
      fresh,
      fresh,
    ])
    expect(await photo.open()).toEqual([(await photo.row())?.uploadId])
    await photo.send()
    await photo.complete()
    await photo.deliver()
    expect(await photo.get()).toMatchObject({ state: "ready" })
  })

  it("begins where the first call was cut off before its parts", async () => {
    const photo = await large(ada)
    await forget(photo.key)
    await table().photo.patch({ photoId: photo.photoId }).remove(["uploadId"]).go()
    await expect(photo.send()).rejects.toMatchObject({ code: "conflict", reason: "not_in_parts" })
    expect(await photo.progress()).toMatchObject({ received: false, parts: [] })
    expect(await photo.open()).toEqual([(await photo.row())?.uploadId])
  })

  it("is over once all bytes are there, before they are processed and after", async () => {
    const photo = await large(ada)
    await photo.send()
    await photo.complete()
    expect(await photo.progress()).toEqual({ received: true })
    await photo.deliver()
    expect(await photo.progress()).toEqual({ received: true })
  })

  it("is over, and nothing begins anew, when the photo becomes ready in the same moment", async () => {
    const photo = await large(ada)
    await photo.send()
    await photo.complete()
    const progress = await justBefore("HeadObjectCommand", photo.deliver, photo.progress)
    expect(progress).toEqual({ received: true })
    expect(await photo.open()).toEqual([])
  })

  it("signs the form of a small photo anew, until its bytes are there", async () => {
    const bytes = await given.jpeg()
    const { photoId } = await given.upload(ada, bytes)
    const progress = await Photo.uploadProgress(ada, { photoId })
    expect(progress).toMatchObject({ received: false, upload: { kind: "post" }, parts: [] })
    if (progress.received || progress.upload.kind !== "post") throw new Error("there is no form")
    expect((await send(progress.upload, bytes)).status).toBe(204)
    expect(await Photo.uploadProgress(ada, { photoId })).toEqual({ received: true })
  })
})

describe("joining", () => {
  it("waits for every part, and names no others", async () => {
    const photo = await large(ada)
    const missing = { code: "unprocessable", reason: "parts_missing" }
    await expect(photo.complete()).rejects.toMatchObject(missing)
    for (const part of photo.parts) {
      await forget(photo.key)
      await photo.progress()
      await photo.send([part])
      await expect(photo.complete()).rejects.toMatchObject(missing)
    }
    await forget(photo.key)
    await expect(photo.complete()).rejects.toMatchObject(missing)
    expect(await state(photo.photoId)).toMatchObject({ state: "awaiting" })
  })

  it("refuses a part of another length, and one too many", async () => {
    const photo = await large(ada)
    await photo.send()
    const open = {
      bucket: config.originalsBucket,
      key: photo.key,
      uploadId: (await photo.row())?.uploadId ?? "",
    }
    const put = async (partNumber: number, bytes: Buffer) => {
      const part = { partNumber, byteLength: bytes.length, sha256: sha256(bytes) }
      const { url, headers } = await Storage.signPart(open, part, 60)
      expect((await fetch(url, { method: "PUT", headers, body: new Uint8Array(bytes) })).status).toBe(200)
    }
    const missing = { code: "unprocessable", reason: "parts_missing" }
    await put(3, Buffer.from("more"))
    await expect(photo.complete()).rejects.toMatchObject(missing)
    await forget(photo.key)
    await photo.progress()
    await photo.send()
    open.uploadId = (await photo.row())?.uploadId ?? ""
    await put(2, Buffer.alloc(1001))
    await expect(photo.complete()).rejects.toMatchObject(missing)
    await photo.send()
    expect(await photo.complete()).toMatchObject({ state: "awaiting" })
  })

  it("done twice, or three times at once, is done once", async () => {
    const photo = await large(ada)
    await photo.send()
    const view = { id: photo.photoId, state: "awaiting" }
    expect(await Promise.all([photo.complete(), photo.complete(), photo.complete()])).toEqual([
      view,
      view,
      view,
    ])
    expect(await photo.complete()).toEqual(view)
    await photo.deliver()
    expect(await photo.complete()).toMatchObject({ state: "ready" })
  })

  it("done by another call in the same moment is as good", async () => {
    const photo = await large(ada)
    await photo.send()
    const other = async () => {
      await photo.complete()
      await photo.deliver()
    }
    expect(await justBefore("CompleteMultipartUploadCommand", other, photo.complete)).toMatchObject({
      state: "ready",
    })
  })
})
