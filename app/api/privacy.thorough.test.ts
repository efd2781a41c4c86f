import { isDeepStrictEqual } from "node:util"
import { paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3"
import { beforeAll, describe, expect, it } from "vitest"
import { endpoints } from "@/app/_server/openapi/endpoints"
import { Comment } from "@/core/comment"
import { config } from "@/core/config"
import { Draft } from "@/core/draft"
import { Photo } from "@/core/photo"
import { PhotoView } from "@/core/photo/photo.schema"
import type { PostView } from "@/core/post/post.schema"
import { Share } from "@/core/share"
import { Storage } from "@/core/storage"
import { api } from "@/testing/api"
import { settle, uploaded } from "@/testing/events"
import { given, offer, type Person } from "@/testing/given"
import { disclosable, foundIn, mark, planted, plantedFiles, secrets } from "@/testing/planted"

let ada: Person
let eve: Person
let silent: PostView
let telling: PostView
const originals: Buffer[] = []
/** A link to each post, which tells nothing of cameras. */
const links = new Map<string, string>()
/** A comment under each post. */
const commentIds = new Map<string, string>()

/** Sends one planted file of each format, under a name that tells something too. */
async function plantedPhotos() {
  const files = await Promise.all(Object.values(plantedFiles).map((make) => make()))
  originals.push(...files)
  const photos = []
  for (const bytes of files) {
    const started = await Photo.startUpload(ada, { ...offer(bytes), fileName: `${mark}-at-home.jpg` })
    if ("duplicate" in started || started.upload.kind !== "post") throw new Error("this is no new small file")
    await uploaded(started.upload, bytes)
    photos.push({ photoId: started.photoId, altText: "A plain colour" })
  }
  return photos
}

async function published(choice: Partial<Parameters<typeof Draft.publish>[1]>) {
  const publication = await Draft.publish(ada, { photos: await plantedPhotos(), ...choice })
  if (publication.status !== "published") throw new Error("the post waits for its photos")
  await settle()
  return publication.post
}

beforeAll(async () => {
  ;[ada, eve] = await Promise.all([given.person(), given.person()])
  silent = await published({})
  telling = await published({ showCamera: true, location: "region", caption: "#planted" })
  for (const { id: postId } of [silent, telling]) {
    const { url = "" } = await Share.createForPost(ada, { postId, noCamera: true })
    links.set(postId, url.split("/s/")[1] ?? "")
    commentIds.set(postId, (await Comment.write(ada, { postId, text: "Hello" })).id)
  }
  await settle()
})

const photoIds = () => [silent, telling].flatMap(({ photos }) => photos.map(({ photoId }) => photoId))

async function keysIn(bucket: string, prefix: string) {
  const keys: string[] = []
  const pages = paginateListObjectsV2({ client: new S3Client() }, { Bucket: bucket, Prefix: prefix })
  for await (const { Contents = [] } of pages) keys.push(...Contents.flatMap(({ Key }) => Key ?? []))
  return keys
}

/**
 * What somebody gets from an address of the API: every header, the body, and the file that it leads to.
 * @param declared what may be there: it is counted and taken out
 */
async function answerTo(path: string, as?: Person, declared: readonly unknown[] = []) {
  const { headers, text, status } = await api(`GET ${path as `/${string}`}`, { as })
  let taken = 0
  const takeOut = (_: string, value: unknown) => {
    if (!declared.some((one) => isDeepStrictEqual(one, value))) return value
    taken++
    return undefined
  }
  const isJson = /json/.test(headers.get("content-type") ?? "")
  const body = isJson ? JSON.stringify(JSON.parse(text, takeOut)) : text
  const parts = [Buffer.from(`${path} ${status} ${JSON.stringify([...headers])}\n${body}`)]
  const location = headers.get("location")
  if (location) {
    const file = await fetch(location)
    expect(file.status).toBe(200)
    parts.push(Buffer.from(JSON.stringify([...file.headers])), Buffer.from(await file.arrayBuffer()))
  }
  return { bytes: Buffer.concat(parts), taken, leads: location !== null }
}

/** Every address that may be read about a post. */
function addressesOf(post: PostView): string[] {
  const variants = ["320.avif", "640.avif", "1280.avif", "2048.avif", "640.jpg", "1280.jpg", "original"]
  const known: Record<string, string[]> = {
    postId: [post.id],
    handle: [ada.handle],
    photoId: post.photos.map(({ photoId }) => photoId),
    commentId: [commentIds.get(post.id) ?? ""],
    tag: ["planted"],
    day: [new Date().toISOString().slice(0, 10)],
    draftId: ["dft_00000000000000000000000000"],
    userId: [ada.userId],
    id: [post.id],
    of: ["digest"],
    exportId: ["exp_00000000000000000000000000"],
    importId: ["imp_00000000000000000000000000"],
    part: ["1"],
    albumId: ["alb_00000000000000000000000000"],
    shareId: ["shr_00000000000000000000000000"],
    token: [links.get(post.id) ?? ""],
    letterId: ["01JD0000000000000000000000"],
    variant: [...variants, ...variants.map((name) => `${name}?download=1`)],
  }
  const filled = (path: string): string[] => {
    const [hole, name = ""] = /\{(\w+)\}/.exec(path) ?? []
    if (!hole) return [path]
    const values = known[name]
    if (!values) throw new Error(`What is a ${name}? Say it here, so that its routes are searched too.`)
    return values.flatMap((value) => filled(path.replace(hole, value)))
  }
  const reads = endpoints.filter(({ method }) => method === "GET").map(({ path }) => path)
  return [...reads, "/api/openapi.json", "/api/docs"].flatMap(filled)
}

describe("the secrets of a file (check 23)", () => {
  it("were planted where the search finds them, and its owner reads that they were there", async () => {
    const found = foundIn(Buffer.concat(originals), secrets)
    expect(found).toEqual(
      expect.arrayContaining([
        mark,
        [...mark].map((letter) => `${letter}\0`).join(""),
        "54.60",
        "3.13",
        "54,36",
        "3,8.07",
      ]),
    )
    expect(found.length).toBeGreaterThanOrEqual(8)
    for (const { photoId } of [...silent.photos, ...telling.photos]) {
      const { body } = await api(`GET /api/photos/${photoId}`, { as: ada })
      const { receipt, location } = PhotoView.parse(body)
      expect(receipt).toMatchObject({ location: true, names: true, software: true })
      expect(location?.latitude).toBeCloseTo(planted.location.latitude, 6)
      expect(location?.longitude).toBeCloseTo(planted.location.longitude, 6)
    }
  })

  it("are in no object that the CDN or the checked address gives", async () => {
    for (const kind of ["public", "private"] as const) {
      for (const photoId of photoIds()) {
        const keys = await keysIn(config.mediaBucket, Storage.variantPrefix(kind, photoId))
        expect(keys).toHaveLength(5)
        for (const key of keys) {
          const bytes = await Storage.read(config.mediaBucket, key)
          expect([key, foundIn(bytes, secrets)]).toEqual([key, []])
        }
      }
    }
    const keys = [await keysIn(config.mediaBucket, ""), await keysIn(config.originalsBucket, "")]
    expect(foundIn(Buffer.from(keys.flat().join("\n")), secrets)).toEqual([])
  })

  it("are in no answer to a stranger, nor is anything that was not chosen", async () => {
    const lists = /\/feed\/|\/posts$/
    let files = 0
    for (const who of [undefined, eve]) {
      for (const path of addressesOf(silent).filter((address) => !lists.test(address))) {
        const { bytes, leads } = await answerTo(path, who)
        if (leads) files++
        expect([path, foundIn(bytes, [...secrets, ...disclosable])]).toEqual([path, []])
      }
    }
    // Five variants of each photo, to look at and to keep, twice.
    expect(files).toBe(silent.photos.length * 5 * 2 * 2)
  })

  it("stay so where the camera and a region were chosen: those are there, and nothing more", async () => {
    const { camera, region: place } = planted
    expect(telling.photos).toMatchObject([{ camera, place }, { camera, place }, { place }])
    expect(telling.photos[2]?.camera).toEqual({ make: camera.make })
    const declared = telling.photos.flatMap((photo) => [photo.camera, photo.place])
    for (const who of [undefined, eve]) {
      for (const path of addressesOf(telling)) {
        const { bytes, taken } = await answerTo(path, who, declared)
        const posts = /^\/api\/(posts\/\w+|feed\/(explore|trending)|(users|tags)\/\w+\/posts)$/.test(path)
        expect([path, taken]).toEqual([path, posts ? declared.length : 0])
        expect([path, foundIn(bytes, [...secrets, ...disclosable])]).toEqual([path, []])
      }
    }
  })

  it("are kept by a draft as by a post that is published at once", async () => {
    const file = await plantedFiles.jpeg()
    const { photoId, upload } = await given.upload(ada, file)
    const waiting = await Draft.publish(ada, { photos: [{ photoId }], showCamera: true, location: "region" })
    if (waiting.status !== "waiting") throw new Error("the post does not wait")
    await uploaded(upload, file)
    const { body } = await api(`GET /api/drafts/${waiting.draft.id}`, { as: ada })
    expect(body).toMatchObject({
      status: "published",
      post: { photos: [{ camera: planted.camera, place: planted.region }] },
    })
  })

  it("are as closely kept by a file that is posted twice and sent once", async () => {
    const bo = await given.person()
    const file = await plantedFiles.jpeg()
    const first = await given.upload(bo, file)
    await uploaded(first.upload, file)
    await given.post(bo, { photos: [first.photoId] })
    const again = await Photo.startUpload(bo, offer(file))
    expect(again).toMatchObject({ duplicate: true })
    const photos = [{ photoId: again.photoId }]
    const publication = await Draft.publish(bo, { photos, location: "region" })
    if (publication.status !== "published") throw new Error("the post waits for its photos")
    expect(publication.post.photos[0]?.place).toEqual(planted.region)
    expect(publication.post.photos[0]?.camera).toBeUndefined()
  })
})
