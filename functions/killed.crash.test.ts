import { randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { Draft } from "../core/draft"
import { Photo } from "../core/photo"
import { Post } from "../core/post"
import { table } from "../core/table"
import { User } from "../core/user"
import { changes, objectsOf, s3Event, send, settle } from "../testing/events"
import { killedEverywhere } from "../testing/faults"
import { given, type Person } from "../testing/given"
import { items, itemsAbout } from "../testing/rows"
import { handler as photoUploaded } from "./photo-uploaded"
import { handler as tableChanged } from "./table-changed"

const counted = async (person: Person) => (await User.me(person, {})).counts.posts

async function sent(by: Person) {
  const bytes = await given.jpeg()
  const { photoId, upload } = await given.upload(by, bytes)
  await send(upload, bytes)
  return { photoId, event: s3Event(upload.fields.key ?? "", bytes.length) }
}

/** Killed after each call that something makes, and then done again: check 17. */
describe("killed after any call, and delivered again", () => {
  it("a photo is ready once, and its draft is one post", async () => {
    const ada = await given.person()
    let rounds = 0
    const kills = await killedEverywhere(async (killed) => {
      rounds++
      const { photoId, event } = await sent(ada)
      const waiting = await Draft.publish(ada, { photos: [{ photoId }] })
      if (waiting.status !== "waiting") throw new Error("it does not wait")
      const awsRequestId = randomUUID()
      await killed(() => photoUploaded(event, { awsRequestId }))
      await photoUploaded(event, { awsRequestId })
      const published = await Draft.get(ada, { draftId: waiting.draft.id })
      expect(published).toMatchObject({ status: "published", post: { photos: [{ photoId }] } })
      expect(await objectsOf(photoId, ada.userId)).toEqual([
        `private/${photoId}/1-320.avif`,
        `private/${photoId}/1-640.jpg`,
        `kept/${ada.userId}/${photoId}`,
      ])
      expect(await counted(ada)).toBe(rounds)
    })
    expect(kills).toBeGreaterThan(12)
    await changes()
  })

  it("an upload that begins leaves no object, and a row at most that awaits its bytes", async () => {
    const ada = await given.person()
    const bytes = await given.jpeg()
    const kills = await killedEverywhere((killed) => killed(() => given.upload(ada, bytes)))
    const { data } = await table().photo.query.byUser({ userId: ada.userId }).go()
    expect(data.map(({ state }) => state)).toEqual(Array(data.length).fill("awaiting"))
    for (const { photoId } of data) expect(await objectsOf(photoId, ada.userId)).toEqual([])
    expect(kills).toBeGreaterThan(2)
    await changes()
  })

  it("publishing happens once", async () => {
    const ada = await given.person()
    const copy = await given.copies(ada)
    let rounds = 1
    const kills = await killedEverywhere(async (killed) => {
      rounds++
      const photoId = await copy()
      const publish = () => Draft.publish(ada, { photos: [{ photoId }] })
      await killed(publish)
      await publish().catch((error) => expect(error).toMatchObject({ reason: "photo_used" }))
      expect(await counted(ada)).toBe(rounds)
      expect((await Post.byUser(ada, { handle: ada.handle })).items).toHaveLength(rounds)
    })
    expect(kills).toBeGreaterThan(1)
    await changes()
  })

  it("the variants of a public post are in the public, all of them", async () => {
    const ada = await given.person()
    const copy = await given.copies(ada)
    const kills = await killedEverywhere(async (killed) => {
      const photos = [await copy(), await copy()]
      await Draft.publish(ada, { photos: photos.map((photoId) => ({ photoId })) })
      const Records = await changes()
      await killed(() => tableChanged({ Records }))
      await tableChanged({ Records })
      await settle()
      for (const photoId of photos) {
        expect((await objectsOf(photoId, ada.userId)).slice(0, 2)).toEqual([
          `public/${photoId}/1-320.avif`,
          `public/${photoId}/1-640.jpg`,
        ])
        expect(JSON.stringify(await Photo.get(ada, { photoId }))).not.toContain("/api/media/")
      }
    })
    expect(kills).toBeGreaterThan(5)
  })

  it("a post is deleted, with every row and object, and counted down once", async () => {
    const ada = await given.person()
    const copy = await given.copies(ada)
    const kept = async () =>
      (await items()).filter(({ sk, pk }) => sk !== "R" && !/^(CDN|FEED)#/.test(pk)).length
    const before = await kept()
    let stones = 0
    const kills = await killedEverywhere(async (killed) => {
      const post = await given.post(ada, { photos: [await copy()] })
      const photoId = post.photos[0]?.photoId ?? ""
      await killed(async () => {
        await Post.remove(ada, { postId: post.id })
        // As Lambda does: from the first change on that failed, again.
        for (let Records = await changes(); Records.length > 0; Records = await changes()) {
          pending = Records
          const { batchItemFailures } = await tableChanged({ Records })
          if (batchItemFailures.length > 0) return
        }
        pending = []
      })
      await Post.remove(ada, { postId: post.id }).catch((error) => expect(error.code).toBe("not_found"))
      await tableChanged({ Records: pending })
      await settle()
      stones++
      expect(await objectsOf(photoId, ada.userId)).toEqual([])
      expect(await itemsAbout(photoId)).toEqual([])
      // Its place in feeds is left to expire, and shows nothing.
      const rows = (await itemsAbout(post.id)).filter((key) => !key.startsWith("FEED#"))
      expect(rows).toEqual([`USER#${ada.userId} COUNT`])
      expect(await counted(ada)).toBe(1)
    })
    expect(kills).toBeGreaterThan(8)
    // A note for each photo, and nothing else.
    expect((await kept()) - before).toBe(stones)
  })

  it("a discarded draft leaves nothing", async () => {
    const ada = await given.person()
    const copy = await given.copies(ada)
    const kills = await killedEverywhere(async (killed) => {
      const photoId = await copy()
      const { draftId, late } = await given.draft(ada, { ready: [photoId] })
      await changes()
      await killed(async () => {
        await Draft.remove(ada, { draftId })
        pending = await changes()
        await tableChanged({ Records: pending })
      })
      await Draft.remove(ada, { draftId }).catch((error) => expect(error.code).toBe("not_found"))
      await tableChanged({ Records: pending })
      await settle()
      for (const id of [photoId, late[0]?.photoId ?? "", draftId]) expect(await itemsAbout(id)).toEqual([])
      expect(await objectsOf(photoId, ada.userId)).toEqual([])
    })
    expect(kills).toBeGreaterThan(2)
  })

  it("a photo taken out of a draft is gone, and the rest is published", async () => {
    const ada = await given.person()
    const copy = await given.copies(ada)
    const kills = await killedEverywhere(async (killed) => {
      const ready = await copy()
      const { draftId, late } = await given.draft(ada, { ready: [ready] })
      const photoId = late[0]?.photoId ?? ""
      const remove = () => Draft.removePhoto(ada, { photoId })
      await killed(remove)
      await remove().catch((error) => expect(error.code).toBe("not_found"))
      expect(await Draft.get(ada, { draftId })).toMatchObject({
        status: "published",
        post: { photos: [{ photoId: ready }] },
      })
      await expect(Photo.get(ada, { photoId })).rejects.toMatchObject({ code: "not_found" })
    })
    expect(kills).toBeGreaterThan(4)
  })
})

/** What the stream gave last; `changes` gives it once. */
let pending: Awaited<ReturnType<typeof changes>> = []
