import { createHash, randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import type { S3Event } from "aws-lambda"
import sharp from "sharp"
import { beforeAll, describe, expect, it } from "vitest"
import { config } from "../core/config"
import { exifSegment, jpegOfScans, pngClaiming, withSegments } from "../core/image/fixtures/containers"
import { exifBlock } from "../core/image/fixtures/exif"
import { textured } from "../core/image/fixtures/pictures"
import { Photo } from "../core/photo"
import { Storage } from "../core/storage"
import { objectsOf, s3Event, send } from "../testing/events"
import { given, offer, type Person } from "../testing/given"
import { handler } from "./photo-uploaded"

const SECRET = "zQ7-secret"
const PAYLOAD = Buffer.from(`PK\x03\x04<html><script>alert("${SECRET}")</script>%PDF-1.7`, "latin1")

let count = 0
/** A picture that no other one is like. */
const colours = (format: "jpeg" | "png" | "webp" | "gif" | "avif") =>
  textured(90 + count++, 60)
    .toFormat(format)
    .toBuffer()
const fixture = (name: string) =>
  readFileSync(new URL(`../core/image/fixtures/heic/${name}.heic`, import.meta.url))
const text = (latin1: string) => Buffer.from(latin1, "latin1")

const jpeg = await colours("jpeg")
const tagged = exifBlock({
  image: { 271: "Canon", 315: SECRET },
  exposure: { 42033: SECRET },
  gps: {
    1: "N",
    2: [
      [35, 1],
      [40, 1],
      [12, 1],
    ],
    3: "E",
    4: [
      [139, 1],
      [45, 1],
      [56, 1],
    ],
    27: text(SECRET),
  },
  thumbnail: text(SECRET),
})

/** What it is sent as, the bytes, and how it has to end. */
const FILES: readonly (readonly [name: string, type: string, bytes: Buffer, end: string])[] = [
  ["pixels.png", "image/png", pngClaiming(30_000, 30_000), "too_many_pixels"],
  ["scans.jpg", "image/jpeg", jpegOfScans(500), "corrupt"],
  ["photo.jpg", "image/jpeg", jpeg, "jpeg"],
  ["half.jpg", "image/jpeg", jpeg.subarray(0, jpeg.length >> 1), "corrupt"],
  [
    "drawing.png",
    "image/png",
    text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    "unsupported",
  ],
  ["page.gif", "image/gif", text("<!doctype html><script>alert(1)</script>"), "unsupported"],
  ["paper.jpg", "image/jpeg", text("%PDF-1.7\n1 0 obj"), "unsupported"],
  [
    "scan.jpg",
    "image/jpeg",
    await colours("jpeg").then((file) => sharp(file).tiff().toBuffer()),
    "unsupported",
  ],
  ["raw.heic", "image/heic", text("FUJIFILMCCD-RAW 0201"), "unsupported"],
  ["film.avif", "image/avif", text("\0\0\0\x14ftypisom\0\0\0\0isom"), "unsupported"],
  ["one.jpg", "image/jpeg", text("\xff"), "unsupported"],
  ["png named jpg.jpg", "image/jpeg", await colours("png"), "png"],
  ["webp.png", "image/png", await colours("webp"), "webp"],
  ["gif.heic", "image/heic", await colours("gif"), "gif"],
  ["avif.heif", "image/heif", await colours("avif"), "avif"],
  ["heic.jpg", "image/jpeg", fixture("exif"), "heic"],
  ["half.heic", "image/heic", fixture("plain").subarray(0, 9000), "corrupt"],
  ["../../two <faces>.jpg", "image/jpeg", Buffer.concat([await colours("jpeg"), PAYLOAD]), "jpeg"],
  ["comment.png", "image/png", Buffer.concat([await colours("png"), PAYLOAD]), "png"],
  ["tagged.jpg", "image/jpeg", withSegments(await colours("jpeg"), exifSegment(tagged)), "jpeg"],
]

const isKind = (end: string) => ["jpeg", "png", "webp", "gif", "avif", "heic"].includes(end)

type Sent = { photoId: string; event: S3Event; end: string }

async function sendAll(by: Person): Promise<Sent[]> {
  return Promise.all(
    FILES.map(async ([fileName, contentType, bytes, end]) => {
      const begun = await Photo.startUpload(by, { ...offer(bytes), fileName, contentType })
      if (!("upload" in begun) || begun.upload.kind !== "post") throw new Error("it is not sent in one piece")
      expect((await send(begun.upload, bytes)).status).toBe(204)
      const event = s3Event(begun.upload.fields.key ?? "", bytes.length)
      return { photoId: begun.photoId, event, end }
    }),
  )
}

/** Three at a time, as they come; what fails comes again after all others, as Lambda has it. */
async function deliver(events: readonly S3Event[]) {
  const queue = events.map((event) => ({ event, tries: 3, awsRequestId: randomUUID() }))
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { event, awsRequestId } = next
      next.tries--
      const again = next
      await handler(event, { awsRequestId }).catch((error) => {
        if (again.tries === 0) throw error
        queue.push(again)
      })
    }
  }
  await Promise.all([lane(), lane(), lane()])
}

const everyOther = <T>(all: readonly T[], rest: 0 | 1) => all.filter((_, i) => i % 2 === rest)

async function endOf(by: Person, photoId: string) {
  const { state, reason } = await Photo.get(by, { photoId })
  const keys = (await objectsOf(photoId, by.userId)).filter((key) => key.startsWith("private/"))
  const sums = await Promise.all(
    keys.map(async (key) => {
      const bytes = await Storage.read(config.mediaBucket, key)
      return [key.replace(photoId, ""), createHash("sha256").update(bytes).digest("hex")]
    }),
  )
  return { state, reason, variants: Object.fromEntries(sums) as Record<string, string> }
}

describe("hostile files among good ones, of two people, every event twice", () => {
  let ada: Person
  let eve: Person
  let sent: { ada: Sent[]; eve: Sent[] }

  beforeAll(async () => {
    ada = await given.person()
    eve = await given.person()
    sent = { ada: await sendAll(ada), eve: await sendAll(eve) }
    const events = (all: Sent[]) => all.map(({ event }) => event)
    const [first, second] = [events(sent.ada), events(sent.eve).toReversed()]
    const mixed = first.flatMap((event, i) => [event, second[i] ?? event])
    await deliver([...everyOther(mixed, 0), ...mixed, ...everyOther(mixed, 1)])
  })

  it.each(FILES.map(([name, , , end], i) => [name, end, i] as const))("%s ends as %s", async (_, end, i) => {
    const { photoId } = sent.ada[i] ?? { photoId: "" }
    const isGood = isKind(end)
    const ended = await endOf(ada, photoId)
    expect(ended).toMatchObject(isGood ? { state: "ready" } : { state: "failed", reason: end })
    expect(Object.keys(ended.variants)).toEqual(isGood ? ["private//1-320.avif", "private//1-640.jpg"] : [])
    const [row] = await Photo.rows([photoId])
    expect(row?.kind).toBe(isGood ? end : undefined)
    // The other person's came in another order: the same end, the same bytes.
    expect(await endOf(eve, sent.eve[i]?.photoId ?? "")).toEqual(ended)
  })

  it("leave nothing of what they carried in any variant, published or not (checks 23, 24)", async () => {
    const ready = sent.ada.filter((_, i) => FILES[i]?.[3] && isKind(FILES[i][3]))
    const post = await given.post(ada, { photos: ready.map(({ photoId }) => photoId) })
    expect(JSON.stringify(post)).not.toContain(SECRET)
    const ids = [...ready, ...sent.eve].map(({ photoId }) => photoId)
    const keysUnder = async (kind: "public" | "private") =>
      (
        await Promise.all(ids.map((id) => Storage.keys(config.mediaBucket, Storage.variantPrefix(kind, id))))
      ).flat()
    const [open, hidden] = [await keysUnder("public"), await keysUnder("private")]
    expect([open.length, hidden.length]).toEqual([2 * ready.length, 4 * ready.length])
    const needles = [SECRET, "<script", "PK\x03\x04", "%PDF", "Exif", "Canon", "iPhone", "2026:05:06"]
    for (const key of [...open, ...hidden]) {
      const bytes = await Storage.read(config.mediaBucket, key)
      expect([key, needles.filter((needle) => bytes.includes(text(needle)))]).toEqual([key, []])
    }
  })

  it("put the place and the kind on the row, for their owner", async () => {
    const index = FILES.findIndex(([name]) => name === "heic.jpg")
    const [row] = await Photo.rows([sent.ada[index]?.photoId ?? ""])
    expect(row).toMatchObject({
      kind: "heic",
      location: { latitude: 35.6700944, longitude: -139.7657722 },
      receipt: { location: true, deviceSerial: true },
    })
  })

  it("keep their originals where nobody comes without a signature (check 24)", async () => {
    const index = FILES.findIndex(([name]) => name.includes("faces"))
    const key = `kept/${ada.userId}/${sent.ada[index]?.photoId}`
    expect((await Storage.read(config.originalsBucket, key)).includes(SECRET)).toBe(true)
    const url = await Storage.signRead(config.originalsBucket, key)
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url.split("?")[0] ?? "")).status).toBe(403)
  })
})
