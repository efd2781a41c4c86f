import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { given, type Person } from "../../testing/given"
import { type Large, large } from "../../testing/large"
import { slow } from "../../testing/slow"
import { Photo } from "./index"

let ada: Person
let photo: Large
let signed: { url: string; headers: Record<string, string>; bytes: Buffer }
beforeAll(async () => {
  ada = await given.person()
  photo = await large(ada)
})

beforeEach(async () => {
  const [part] = photo.parts
  if (!part) throw new Error("there is no part")
  const { partNumber, sha256, bytes } = part
  const { parts } = await Photo.signParts(ada, { photoId: photo.photoId, parts: [{ partNumber, sha256 }] })
  signed = { url: parts[0]?.url ?? "", headers: parts[0]?.headers ?? {}, bytes }
})

async function put({ url, headers, bytes }: typeof signed) {
  const answer = await fetch(url, { method: "PUT", headers, body: new Uint8Array(bytes) })
  await answer.bytes()
  return answer
}

const replaced = (url: string, name: string, value: string) => {
  const other = new URL(url)
  other.searchParams.set(name, value)
  return `${other}`
}
const checksum = "x-amz-checksum-sha256"
const zeros = Buffer.alloc(32).toString("base64")
const mirrored = (bytes: Buffer) => Buffer.from(bytes).reverse()

describe("the signature of a part", () => {
  it("holds length and checksum as headers, which no query stands in for", () => {
    const query = new URL(signed.url).searchParams
    expect(query.get("X-Amz-SignedHeaders")).toBe(`content-length;host;${checksum}`)
    expect(query.has(checksum)).toBe(false)
    expect(Object.keys(signed.headers)).toEqual([checksum])
    expect(query.get("X-Amz-Expires")).toBe("3600")
  })

  it.each<[what: string, status: number, change: (part: typeof signed) => Partial<typeof signed>]>([
    ["a byte more", 403, ({ bytes }) => ({ bytes: Buffer.concat([bytes, Buffer.from("x")]) })],
    ["a byte less", 403, ({ bytes }) => ({ bytes: bytes.subarray(1) })],
    ["nothing", 403, () => ({ bytes: Buffer.of() })],
    ["other bytes of the same length", 400, ({ bytes }) => ({ bytes: mirrored(bytes) })],
    ["no checksum", 403, () => ({ headers: {} })],
    ["another checksum", 403, () => ({ headers: { [checksum]: zeros } })],
    [
      "the checksum in the query",
      403,
      ({ url, headers }) => ({
        url: replaced(url, checksum, headers[checksum] ?? ""),
        headers: {},
      }),
    ],
    ["another number", 403, ({ url }) => ({ url: replaced(url, "partNumber", "2") })],
    ["another upload", 403, ({ url }) => ({ url: replaced(url, "uploadId", "other") })],
    ["another key", 403, ({ url }) => ({ url: url.replace(photo.photoId, "pho_other") })],
    ["a longer time", 403, ({ url }) => ({ url: replaced(url, "X-Amz-Expires", "36000") })],
  ])("does not take %s: %i, and nothing is stored (checks 18, 19)", async (_, status, change) => {
    expect((await put({ ...signed, ...change(signed) })).status).toBe(status)
    expect(await photo.progress()).toMatchObject({ received: false, parts: [] })
  })

  it("takes the part, twice if need be", async () => {
    expect((await put(signed)).status).toBe(200)
    expect((await put(signed)).status).toBe(200)
    expect(await photo.progress()).toMatchObject({ parts: [{ partNumber: 1 }] })
  })
})

describe("signing is refused", () => {
  const sha256 = "0".repeat(64)

  it.each([
    ["beyond the last part", [{ partNumber: 3, sha256 }], ["parts.0.partNumber", "part_beyond"]],
    ["for no part", [], ["parts", undefined]],
    ["for part 0", [{ partNumber: 0, sha256 }], ["parts.0.partNumber", undefined]],
    ["for a part named twice", [1, 1].map((partNumber) => ({ partNumber, sha256 })), ["parts", "part_twice"]],
    ["for a hash that is none", [{ partNumber: 1, sha256: "x" }], ["parts.0.sha256", "sha256"]],
  ])("%s", async (_, parts, [path, message]) => {
    const refusal = await Photo.signParts(ada, { photoId: photo.photoId, parts }).catch((error) => error)
    expect(refusal).toMatchObject({ code: "invalid" })
    expect(refusal.issues[0].path.join(".")).toBe(path)
    if (message) expect(refusal.issues[0].message).toBe(message)
  })

  it("for a photo in one piece, and one that is there already", slow, async () => {
    const parts = [{ partNumber: 1, sha256 }]
    const conflict = { code: "conflict", reason: "not_in_parts" }
    const small = await given.upload(ada, await given.jpeg())
    await expect(Photo.signParts(ada, { photoId: small.photoId, parts })).rejects.toMatchObject(conflict)
    await expect(Photo.completeUpload(ada, { photoId: small.photoId })).rejects.toMatchObject(conflict)
    const done = await large(ada)
    await done.send()
    await done.complete()
    await done.deliver()
    await expect(done.send()).rejects.toMatchObject(conflict)
  })

  it("for somebody else's photo, word for word as for none", async () => {
    const eve = await given.person()
    const { photoId } = photo
    const calls = [
      () => Photo.uploadProgress(eve, { photoId }),
      () => Photo.signParts(eve, { photoId, parts: [{ partNumber: 1, sha256 }] }),
      () => Photo.completeUpload(eve, { photoId }),
    ]
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "not_found" })
  })
})
