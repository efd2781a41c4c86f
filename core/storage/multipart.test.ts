import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { during } from "../../testing/faults"
import { config } from "../config"
import { newId } from "../id"
import { Storage } from "./index"

const keyOf = () => `incoming/${newId("user")}/${newId("photo")}`
const open = async (key = keyOf()): Promise<Storage.OpenUpload> => {
  const bucket = config.originalsBucket
  return { bucket, key, uploadId: await Storage.openUpload(bucket, key, "image/png") }
}

async function put(upload: Storage.OpenUpload, partNumber: number, text: string) {
  const bytes = Buffer.from(text)
  const part = {
    partNumber,
    byteLength: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  }
  const { url, headers } = await Storage.signPart(upload, part, 60)
  const { status } = await fetch(url, { method: "PUT", headers, body: bytes })
  if (status !== 200) throw new Error(`storage said ${status}`)
  return part
}

/** Lists as where there is too much for one page. */
const inSmallPages = <T>(run: () => Promise<T>) =>
  during(({ name, input }, next) => {
    if (name === "ListPartsCommand") input.MaxParts = 2
    if (name === "ListMultipartUploadsCommand") input.MaxUploads = 2
    return next()
  }, run)

const openBelow = async (prefix: string) => {
  const found = []
  for await (const page of Storage.openUploads(config.originalsBucket, prefix)) found.push(...page)
  return found
}

describe("an upload in parts", () => {
  it("lists its parts in order, page by page", async () => {
    const upload = await open()
    const sent = []
    for (const partNumber of [5, 3, 1, 2, 4]) sent.push(await put(upload, partNumber, `part ${partNumber}`))
    const listed = await inSmallPages(() => Storage.storedParts(upload))
    expect(listed?.map(({ etag, ...part }) => part)).toEqual(sent.sort((a, b) => a.partNumber - b.partNumber))
  })

  it("becomes one object of its type, once", async () => {
    const upload = await open()
    await put(upload, 1, "whole")
    const parts = (await Storage.storedParts(upload)) ?? []
    expect(await Storage.exists(upload.bucket, upload.key)).toBe(false)
    expect(await Storage.joinParts(upload, parts)).toBe(true)
    expect((await Storage.read(upload.bucket, upload.key)).toString()).toBe("whole")
    expect(await Storage.exists(upload.bucket, upload.key)).toBe(true)
    expect(await Storage.storedParts(upload)).toBeUndefined()
    expect(await Storage.joinParts({ ...upload, uploadId: "other" }, parts)).toBe(false)
  })

  it("is not joined of a part that was replaced since it was listed", async () => {
    const upload = await open()
    await put(upload, 1, "first")
    const parts = (await Storage.storedParts(upload)) ?? []
    await put(upload, 1, "other")
    expect(await Storage.joinParts(upload, parts)).toBe(false)
    expect(await Storage.exists(upload.bucket, upload.key)).toBe(false)
  })

  it("is aborted twice without a fault; another fault is one", async () => {
    const upload = await open()
    await Storage.abortUpload(upload)
    await Storage.abortUpload(upload)
    expect(await Storage.storedParts(upload)).toBeUndefined()
    const nowhere = { ...upload, bucket: "no-such-bucket" }
    await expect(Storage.abortUpload(nowhere)).rejects.toThrow()
    await expect(Storage.storedParts(nowhere)).rejects.toThrow()
    await expect(Storage.exists("", upload.key)).rejects.toThrow()
  })
})

describe("open uploads", () => {
  it("are found below a prefix, page by page, and all of one key aborted", async () => {
    const [key, other] = [keyOf(), keyOf()]
    const uploads = []
    for (let i = 0; i < 5; i++) uploads.push(await open(key))
    const stays = await open(other)
    const found = await inSmallPages(() => openBelow(key))
    expect(found.map(({ uploadId }) => uploadId).sort()).toEqual(
      uploads.map(({ uploadId }) => uploadId).sort(),
    )
    for (const { begunAt } of found) {
      expect(Math.abs(Date.now() - Date.parse(begunAt))).toBeLessThan(60_000)
    }
    await inSmallPages(() => Storage.abortAll(config.originalsBucket, key))
    expect(await openBelow(key)).toEqual([])
    expect(await openBelow(other)).toMatchObject([{ uploadId: stays.uploadId }])
  })
})
