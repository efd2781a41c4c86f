import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { Draft } from "../core/draft"
import { Photo } from "../core/photo"
import { sweepUploads } from "../core/photo/sweep"
import { Post } from "../core/post"
import { hours } from "../core/time"
import { User } from "../core/user"
import { changes, objectsOf, s3Event, settle, uploaded } from "../testing/events"
import { killedEverywhere } from "../testing/faults"
import { given, offer, type Person } from "../testing/given"
import { large, openAt } from "../testing/large"
import { partsOf, sendParts } from "../testing/parts"
import { items, itemsAbout } from "../testing/rows"
import { useSettings } from "../testing/settings"
import { handler as photoUploaded } from "./photo-uploaded"
import { handler as tableChanged } from "./table-changed"

// Storage is the whole run's: uploads of other files must not be swept away under them.
process.env.SST_RESOURCE_Originals = process.env.SST_RESOURCE_Media

let ada: Person
beforeAll(async () => {
  useSettings({ limits: { uploadsPerMinute: 100_000, photosPerDay: 100_000, bytesPerDay: 1e12 } })
  ada = await given.person()
})

/** What the stream gave last; `changes` gives it once. */
let pending: Awaited<ReturnType<typeof changes>> = []

/** Delivers the table's changes as Lambda does: those that failed, again. */
async function deliver() {
  for (;;) {
    pending.push(...(await changes()))
    if (pending.length === 0) return
    const { batchItemFailures } = await tableChanged({ Records: pending })
    if (batchItemFailures.length > 0) throw new Error("a change could not be projected")
    pending = []
  }
}

const sweep = () => sweepUploads(Date.now() + hours(25) * 1000)

/** A browser that does all there is to do with a photo, and goes on where it was when it is told again. */
async function browser(by: Person) {
  const bytes = await given.largeJpeg()
  const awsRequestId = randomUUID()
  const seen: { photoId?: string; draftId?: string; postId?: string } = {}
  const send = async (photoId: string) => {
    const progress = await Photo.uploadProgress(by, { photoId })
    if (progress.received) return
    const arrived = progress.parts.map(({ partNumber }) => partNumber)
    const missing = partsOf(bytes).filter(({ partNumber }) => !arrived.includes(partNumber))
    if (missing.length > 0) await sendParts(by, photoId, missing)
    await Photo.completeUpload(by, { photoId })
  }
  /** Its draft, also when the answer to publishing never came. */
  const draftOf = async (photoId: string) => {
    const publishing = Draft.publish(by, { photos: [{ photoId }] })
    const publication = await publishing.catch(() => undefined)
    if (publication?.status === "waiting") return publication.draft.id
    return (await Draft.list(by, {})).items[0]?.id
  }
  const postOf = async (draftId: string) => {
    const publication = await Draft.get(by, { draftId })
    if (publication.status !== "published") throw new Error(`the draft is ${publication.status}`)
    return publication.post.id
  }
  const live = async () => {
    seen.photoId ??= (await Photo.startUpload(by, offer(bytes))).photoId
    seen.draftId ??= await draftOf(seen.photoId)
    if (!seen.postId) await send(seen.photoId)
    const event = s3Event(`incoming/${by.userId}/${seen.photoId}`, bytes.length)
    if (!seen.postId) await photoUploaded(event, { awsRequestId })
    seen.postId ??= await postOf(seen.draftId ?? "")
    await Post.remove(by, { postId: seen.postId }).catch((error) => expect(error.code).toBe("not_found"))
    await deliver()
  }
  return { seen, live }
}

describe("a large photo, killed after any call and gone on with", () => {
  it("is sent, published and deleted, and nothing of it is left on either side (checks 13, 17)", async () => {
    const kills = await killedEverywhere(async (killed) => {
      const { seen, live } = await browser(ada)
      await killed(live)
      await live()
      expect(await objectsOf(seen.photoId ?? "", ada.userId)).toEqual([])
      expect((await User.me(ada, {})).counts.posts).toBe(0)
      // What only storage or only the table knew of is left until the sweep.
      await sweep()
      await settle()
      expect(await openAt("incoming/")).toEqual([])
      const photos = (await items()).filter(({ pk }) => pk.startsWith("PHOTO#"))
      expect(photos.filter(({ sk }) => sk !== "GONE")).toEqual([])
      expect(await itemsAbout(seen.photoId ?? "")).toEqual([`DRAFT#${seen.draftId} META`])
    })
    expect(kills).toBeGreaterThan(40)
  }, 240_000)
})

describe("a sweep, killed after any call and repeated", () => {
  it("ends as one that was not: what is in drafts stays, the rest is gone on both sides", async () => {
    await settle()
    const kills = await killedEverywhere(async (killed) => {
      const begun = await given.upload(ada, await given.jpeg())
      const [loose, drafted] = [await large(ada), await large(ada)]
      for (const { send, parts } of [loose, drafted]) await send(parts.slice(0, 1))
      const ready = await given.photo(ada)
      const { draftId } = await given.draft(ada, { ready: [await given.photo(ada)] })
      const waiting = await Draft.publish(ada, { photos: [{ photoId: drafted.photoId }] })
      if (waiting.status !== "waiting") throw new Error("it does not wait")
      const bad = Buffer.from(`no photo ${randomUUID()}`)
      const failed = await given.upload(ada, bad)
      await uploaded(failed.upload, bad)

      await killed(async () => {
        await sweep()
        await deliver()
      })
      await sweep()
      await deliver()
      for (const photoId of [begun.photoId, loose.photoId, ready, failed.photoId]) {
        expect([await itemsAbout(photoId), await objectsOf(photoId, ada.userId)]).toEqual([[], []])
      }
      expect(await openAt("incoming/")).toEqual([])
      expect(await drafted.get()).toMatchObject({ state: "failed", reason: "never_arrived" })
      expect(await Draft.get(ada, { draftId })).toMatchObject({
        draft: { photos: [{ state: "ready" }, { reason: "never_arrived" }] },
      })
      for (const id of [draftId, waiting.draft.id]) await Draft.remove(ada, { draftId: id })
      await deliver()
    })
    expect(kills).toBeGreaterThan(20)
  }, 240_000)
})
