import { beforeAll, describe, expect, it } from "vitest"
import { objectsOf, settle, uploaded } from "../../testing/events"
import { during, justBefore } from "../../testing/faults"
import { given, type Person, visitor } from "../../testing/given"
import { items, itemsAbout } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { sweepUploads } from "../photo/sweep"
import { Post } from "../post"
import { table } from "../table"
import { days } from "../time"
import { User } from "../user"
import type { Publication } from "./draft.schema"
import { Draft } from "./index"

let ada: Person
let eve: Person
let copy: () => Promise<string>
beforeAll(async () => {
  ;[ada, eve] = [await given.person(), await given.person()]
  copy = await given.copies(ada)
})

const inMinutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString()
const photosOf = (...ids: string[]) => ids.map((photoId) => ({ photoId, altText: "A plain colour" }))
function draftOf(publication: Publication) {
  if (publication.status === "published") throw new Error("it is published")
  return publication.draft
}
const saved = async (content: Parameters<typeof Draft.save>[1] = {}) =>
  draftOf(await Draft.save(ada, content))
const scheduled = async (publishAt: string, ...ids: string[]) =>
  draftOf(await Draft.publish(ada, { photos: photosOf(...ids), caption: "In time", publishAt }))
const get = async (draftId: string) => Draft.get(ada, { draftId })
const count = async () => (await User.me(ada, {})).counts.posts
const queued = async () => (await items()).filter(({ gsi2pk }) => gsi2pk === "SCHEDULED").map(({ pk }) => pk)

describe("a draft that is saved", () => {
  it("keeps all that was said, is not published by its photos, and is its owner's alone", async () => {
    const late = await given.upload(ada, await given.jpeg())
    const all = {
      caption: "Not yet",
      visibility: "followers",
      commentsAllowed: false,
      license: "cc_by_nc",
      contentWarning: "Wounds",
      showCamera: true,
      location: "town",
    } as const
    const draft = await saved({ ...all, photos: photosOf(late.photoId) })
    expect(draft).toMatchObject({ ...all, status: "saved", photos: [{ state: "awaiting" }] })
    const { data } = await table().photo.get({ photoId: late.photoId }).go()
    expect(data?.draftId).toBe(draft.id)
    await Draft.photoReady(draft.id)
    expect((await get(draft.id)).status).toBe("saved")
    await expect(Draft.get(eve, { draftId: draft.id })).rejects.toMatchObject({ code: "not_found" })
    for (const act of [Draft.edit, Draft.publishDraft, Draft.remove])
      await expect(act(eve, { draftId: draft.id })).rejects.toMatchObject({ code: "not_found" })
  })

  it("needs no photo, and is published only with one", async () => {
    const draft = await saved({ caption: "Words first" })
    await expect(Draft.publishDraft(ada, { draftId: draft.id })).rejects.toMatchObject({ reason: "no_photo" })
    await expect(Draft.edit(ada, { draftId: draft.id, publishAt: inMinutes(5) })).rejects.toMatchObject({
      code: "invalid",
    })
    const photoId = await copy()
    await Draft.edit(ada, { draftId: draft.id, photos: photosOf(photoId) })
    const before = await count()
    const publication = await Draft.publishDraft(ada, { draftId: draft.id })
    expect(publication).toMatchObject({
      status: "published",
      post: { caption: "Words first", photos: [{ photoId }] },
    })
    expect(await Draft.publishDraft(ada, { draftId: draft.id })).toEqual(publication)
    expect(await count()).toBe(before + 1)
    await expect(Draft.edit(ada, { draftId: draft.id, caption: "x" })).rejects.toMatchObject({
      reason: "draft_published",
    })
  })

  it("is changed: order, words, photos put in and taken out with their files", slow, async () => {
    const [a, b, c] = [await copy(), await copy(), await copy()]
    const draft = await saved({ photos: photosOf(a, b), caption: "One", contentWarning: "Blood" })
    const photos = [{ photoId: c, altText: "New" }, { photoId: a }]
    const after = await Draft.edit(ada, { draftId: draft.id, photos, contentWarning: "" })
    expect(draftOf(after).photos.map(({ photoId, altText }) => [photoId, altText])).toEqual([
      [c, "New"],
      [a, "A plain colour"],
    ])
    expect(draftOf(after)).not.toHaveProperty("contentWarning")
    expect(draftOf(after).caption).toBe("One")
    await settle()
    expect([await objectsOf(b, ada.userId), await itemsAbout(b)]).toEqual([[], []])
    const elsewhere = await given.post(ada, { photos: [await copy()] })
    const taken = [{ photoId: elsewhere.photos[0]?.photoId ?? "" }]
    await expect(Draft.edit(ada, { draftId: draft.id, photos: taken })).rejects.toMatchObject({
      reason: "photo_used",
    })
    const foreign = [{ photoId: await given.photo(eve) }]
    await expect(Draft.edit(ada, { draftId: draft.id, photos: foreign })).rejects.toMatchObject({
      code: "not_found",
    })
  })

  it("keeps its photos however long it lies (check 13)", slow, async () => {
    const photoId = await copy()
    const draft = await saved({ photos: photosOf(photoId) })
    for (const age of [2, 40]) {
      await sweepUploads(Date.now() + days(age) * 1000)
      await settle()
      expect((await get(draft.id)).status).toBe("saved")
      expect(draftOf(await get(draft.id)).photos).toMatchObject([{ photoId, state: "ready" }])
    }
    expect((await objectsOf(photoId, ada.userId)).length).toBeGreaterThan(0)
  })

  it("is listed with all others, a page at a time, until it is published or discarded", async () => {
    const bo = await given.person()
    const ids: string[] = []
    for (let n = 0; n < 3; n++) ids.unshift(draftOf(await Draft.save(bo, { caption: `No ${n}` })).id)
    const first = await Draft.list(bo, { limit: 2 })
    const rest = await Draft.list(bo, { limit: 2, cursor: first.nextCursor ?? "" })
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids)
    expect(rest.nextCursor).toBeNull()
    await Draft.remove(bo, { draftId: ids[1] ?? "" })
    expect((await Draft.list(bo, {})).items.map(({ id }) => id)).toEqual([ids[0], ids[2]])
    expect((await Draft.list(eve, {})).items).toEqual([])
  })

  it("takes two changes at the same moment, each made to what is there", async () => {
    const draft = await saved({ caption: "One" })
    await justBefore(
      "TransactWriteItemsCommand",
      () => Draft.edit(ada, { draftId: draft.id, license: "cc0" }),
      () => Draft.edit(ada, { draftId: draft.id, caption: "Two" }),
    )
    expect(draftOf(await get(draft.id))).toMatchObject({ caption: "Two", license: "cc0" })
  })
})

describe("a scheduled post", () => {
  it("is published when its time has come, not before, once however many look", async () => {
    const photoId = await copy()
    const draft = await scheduled(inMinutes(30), photoId)
    expect(draft.status).toBe("scheduled")
    const before = await count()
    await Draft.publishDue()
    await Draft.photoReady(draft.id)
    expect((await get(draft.id)).status).toBe("scheduled")
    await expect(Post.byUser(visitor(), { handle: ada.handle })).resolves.not.toMatchObject({
      items: [{ caption: "In time" }],
    })
    const at = inMinutes(31)
    await late(draft.id)
    const runs = await Promise.all([Draft.publishDue(at), Draft.publishDue(at), Draft.publishDue(at)])
    expect(runs.map(({ faults }) => faults)).toEqual([0, 0, 0])
    expect(await get(draft.id)).toMatchObject({ status: "published", post: { caption: "In time" } })
    await Draft.publishDue(at)
    expect([await count(), await queued()]).toEqual([before + 1, []])
  })

  it("days late is published all the same", async () => {
    const draft = await scheduled(inMinutes(2), await copy())
    await late(draft.id)
    expect(await Draft.publishDue(inMinutes(5 * 24 * 60))).toMatchObject({ published: 1, failed: 0 })
    expect((await get(draft.id)).status).toBe("published")
  })

  it("takes no time that is too soon, too late, or none", async () => {
    const photos = photosOf(await copy())
    for (const publishAt of [
      inMinutes(0),
      inMinutes(-60),
      inMinutes(367 * 24 * 60),
      "tomorrow",
      "2026-02-30T10:00:00Z",
    ]) {
      await expect(Draft.publish(ada, { photos, publishAt }), publishAt).rejects.toMatchObject({
        code: "invalid",
      })
    }
    const zoned = new Date(Date.now() + 3_600_000 + 9 * 3_600_000).toISOString().replace("Z", "+09:00")
    const draft = draftOf(await Draft.publish(ada, { photos, publishAt: zoned }))
    expect(Math.abs(Date.parse(draft.publishAt ?? "") - Date.now() - 3_600_000)).toBeLessThan(60_000)
    expect(draft.publishAt).toMatch(/Z$/)
    await Draft.remove(ada, { draftId: draft.id })
  })

  it("is not moved to a time that is none, and says why", async () => {
    const draft = await scheduled(inMinutes(10), await copy())
    for (const [publishAt, message] of [
      [inMinutes(-1), "publish_too_soon"],
      [inMinutes(500_000_000 / 60), "publish_too_late"],
      ["soon", "time"],
    ] as const) {
      await expect(Draft.edit(ada, { draftId: draft.id, publishAt })).rejects.toMatchObject({
        issues: [{ path: ["publishAt"], message }],
      })
    }
    await Draft.remove(ada, { draftId: draft.id })
  })

  it("moves to another time, and out of the queue when it is only kept, published now, or discarded", async () => {
    const drafts = [
      await scheduled(inMinutes(10), await copy()),
      await scheduled(inMinutes(10), await copy()),
      await scheduled(inMinutes(10), await copy()),
    ]
    const [a, b, c] = drafts.map(({ id }) => id) as [string, string, string]
    const moved = inMinutes(60)
    expect(draftOf(await Draft.edit(ada, { draftId: a, publishAt: moved })).publishAt).toBe(moved)
    expect((await queued()).sort()).toEqual([a, b, c].map((id) => `DRAFT#${id}`).sort())
    expect(draftOf(await Draft.edit(ada, { draftId: a, publishAt: "" })).status).toBe("saved")
    expect((await Draft.publishDraft(ada, { draftId: b })).status).toBe("published")
    await Draft.remove(ada, { draftId: c })
    expect(await queued()).toEqual([])
    expect(await Draft.publishDue(inMinutes(120))).toEqual({ published: 0, waiting: 0, failed: 0, faults: 0 })
  })

  it("whose photos are still on their way is published with the last of them", async () => {
    const bytes = await given.jpeg()
    const late_ = await given.upload(ada, bytes)
    const draft = await scheduled(inMinutes(2), late_.photoId, await copy())
    await late(draft.id)
    expect(await Draft.publishDue(inMinutes(3))).toMatchObject({ waiting: 1 })
    expect((await get(draft.id)).status).toBe("waiting")
    await uploaded(late_.upload, bytes)
    expect((await get(draft.id)).status).toBe("published")
    expect(await queued()).toEqual([])
  })

  it("before its time takes its last photo without being published", async () => {
    const bytes = await given.jpeg()
    const { photoId, upload } = await given.upload(ada, bytes)
    const draft = await scheduled(inMinutes(20), photoId)
    await uploaded(upload, bytes)
    expect(await get(draft.id)).toMatchObject({
      status: "scheduled",
      draft: { photos: [{ state: "ready" }] },
    })
    await Draft.remove(ada, { draftId: draft.id })
  })

  it.each(["photo_failed", "photo_gone"] as const)(
    "with a %s is kept and says why; edited, it can go on",
    async (failure) => {
      const [bad, good] = [await copy(), await copy()]
      const draft = await scheduled(inMinutes(2), bad, good)
      if (failure === "photo_gone") await table().photo.delete({ photoId: bad }).go()
      else
        await table()
          .photo.patch({ photoId: bad })
          .set({ state: "failed", reason: "corrupt", updatedAt: "x" })
          .go()
      await late(draft.id)
      expect(await Draft.publishDue(inMinutes(3))).toMatchObject({ failed: 1, published: 0 })
      expect(await get(draft.id)).toMatchObject({ status: "failed", draft: { failure } })
      expect(await queued()).toEqual([])
      await expect(Draft.publishDraft(ada, { draftId: draft.id })).rejects.toMatchObject({
        reason: "photo_failed",
      })
      const edited = await Draft.edit(ada, {
        draftId: draft.id,
        photos: [{ photoId: good }],
        publishAt: inMinutes(5),
      })
      expect(edited).toMatchObject({ status: "scheduled", draft: { photos: [{ photoId: good }] } })
      expect(draftOf(edited)).not.toHaveProperty("failure")
      await late(draft.id)
      expect(await Draft.publishDue(inMinutes(6))).toMatchObject({ published: 1 })
    },
  )

  it("that is changed in the moment of its time is not published as it was", async () => {
    const draft = await scheduled(inMinutes(2), await copy())
    await late(draft.id)
    await justBefore(
      "TransactWriteItemsCommand",
      () => Draft.edit(ada, { draftId: draft.id, publishAt: inMinutes(90), caption: "Later" }),
      () => Draft.publishDue(inMinutes(3)),
    )
    expect(await get(draft.id)).toMatchObject({ status: "scheduled", draft: { caption: "Later" } })
    expect(draftOf(await get(draft.id))).not.toHaveProperty("failure")
    await Draft.remove(ada, { draftId: draft.id })
  })

  it("does not keep others waiting when it cannot be published for the machine's fault", async () => {
    const drafts = [await scheduled(inMinutes(2), await copy()), await scheduled(inMinutes(2), await copy())]
    for (const { id } of drafts) await late(id)
    let writes = 0
    const run = await during(
      async ({ name }, next) => {
        if (name === "TransactWriteItemsCommand" && writes++ === 0) throw new Error("the table is away")
        return next()
      },
      () => Draft.publishDue(inMinutes(3)),
    )
    expect(run).toMatchObject({ published: 1, faults: 1 })
    expect(await Draft.publishDue(inMinutes(3))).toMatchObject({ published: 1, faults: 0 })
  })
})

/** Moves a draft's time into the past, as waiting does. */
async function late(draftId: string) {
  const publishAt = new Date(Date.now() - 1000).toISOString()
  await table().draft.patch({ draftId }).set({ publishAt, queue: "SCHEDULED" }).go()
}
