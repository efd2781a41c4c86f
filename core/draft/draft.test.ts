import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { handler } from "../../functions/photo-uploaded"
import { objectsOf, s3Event, send, settle, uploaded } from "../../testing/events"
import { during, justBefore } from "../../testing/faults"
import { given, type Person } from "../../testing/given"
import { itemsAbout } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { Photo } from "../photo"
import { giveUp } from "../photo/give-up"
import { Post } from "../post"
import { table } from "../table"
import { epoch } from "../time"
import { User } from "../user"
import { photoReady } from "./draft"
import { Draft } from "./index"

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})

type Late = Awaited<ReturnType<typeof given.draft>>["late"][number]

/** Puts the bytes into storage and gives a function that delivers their event. */
async function arrive({ upload, bytes }: Late) {
  await send(upload, bytes)
  const event = s3Event(upload.fields.key ?? "", bytes.length)
  return () => handler(event, { awsRequestId: randomUUID() })
}

async function postOf(draftId: string) {
  const publication = await Draft.get(ada, { draftId })
  if (publication.status !== "published") throw new Error(`the draft is ${publication.status}`)
  return publication.post
}

const postsOf = async (person: Person) => (await User.me(person, {})).counts.posts

describe("a draft", () => {
  it("becomes one post when its photos become ready at the same time", slow, async () => {
    const author = await given.person()
    const { draftId, late } = await given.draft(author, { count: 3 })
    const deliveries = await Promise.all(late.map(arrive))
    await Promise.all(deliveries.map((deliver) => deliver()))
    const publication = await Draft.get(author, { draftId })
    if (publication.status !== "published") throw new Error("it waits")
    expect(publication.post.photos.map(({ photoId }) => photoId)).toEqual(late.map(({ photoId }) => photoId))
    expect(await postsOf(author)).toBe(1)
    expect((await Post.byUser(author, { handle: author.handle })).items).toHaveLength(1)
  })

  it("becomes one post when the last event comes twice, at once or later", async () => {
    const author = await given.person()
    const { draftId, late } = await given.draft(author)
    for (const photo of late) {
      const deliver = await arrive(photo)
      await deliver()
      await Promise.all([deliver(), deliver(), photoReady(draftId)])
    }
    expect(await postsOf(author)).toBe(1)
  })

  it("counts a photo that becomes ready while the draft is written", async () => {
    const bytes = await given.jpeg()
    const { photoId, upload } = await given.upload(ada, bytes)
    const publish = () => Draft.publish(ada, { photos: [{ photoId }], caption: "in time" })
    const publication = await justBefore("TransactWriteItemsCommand", () => uploaded(upload, bytes), publish)
    expect(publication).toMatchObject({ status: "published", post: { caption: "in time" } })
  })

  it("becomes the post although whoever published it was cut off before looking at the ready ones", async () => {
    const author = await given.person()
    const ready = await given.photo(author)
    const file = await given.jpeg()
    const late = await given.upload(author, file)
    const photos = [{ photoId: ready }, { photoId: late.photoId }]
    let attached = false
    const wrap: Parameters<typeof during>[0] = async ({ name }, next) => {
      if (attached) throw new Error("killed")
      attached = name === "TransactWriteItemsCommand"
      return next()
    }
    await expect(during(wrap, () => Draft.publish(author, { photos }))).rejects.toThrow("killed")
    await uploaded(late.upload, file)
    expect(await postsOf(author)).toBe(1)
  })

  it("counts a photo that finds its draft only after it settled", async () => {
    const file = await given.jpeg()
    const second = await given.upload(ada, file)
    let draftId = ""
    const draft = async () => {
      const publication = await Draft.publish(ada, { photos: [{ photoId: second.photoId }] })
      if (publication.status === "waiting") draftId = publication.draft.id
    }
    await justBefore("TransactWriteItemsCommand", draft, () => uploaded(second.upload, file))
    expect(await postOf(draftId)).toMatchObject({ photos: [{ photoId: second.photoId }] })
  })

  it("says that a photo failed, and becomes the post when that is ready after all", async () => {
    const { draftId, late } = await given.draft(ada, { count: 1, ready: [await given.photo(ada)] })
    const [photo] = late
    if (!photo) throw new Error("there is no photo")
    const deliver = await arrive(photo)
    await giveUp(photo.photoId, "late")
    const { photoId } = photo
    expect(await Draft.get(ada, { draftId })).toMatchObject({
      status: "failed",
      draft: { photos: [{ state: "ready" }, { photoId, state: "failed", reason: "internal" }] },
    })
    expect((await Draft.list(ada, {})).items.map(({ id }) => id)).toContain(draftId)
    await Photo.retry(ada, { photoId })
    expect(await Draft.get(ada, { draftId })).toMatchObject({ status: "waiting" })
    await deliver()
    expect((await postOf(draftId)).photos).toHaveLength(2)
  })

  it("whose photo is no longer there says that it never arrived", async () => {
    const { draftId, late } = await given.draft(ada)
    const photoId = late[0]?.photoId ?? ""
    await table().photo.delete({ photoId }).go()
    expect(await Draft.get(ada, { draftId })).toMatchObject({
      status: "failed",
      draft: { photos: [{ photoId, state: "failed", reason: "never_arrived" }] },
    })
  })

  it("is listed while it waits, also behind many that were published", async () => {
    const author = await given.person()
    const { draftId } = await given.draft(author)
    const rows = Array.from({ length: 60 }, (_, i) => ({
      draftId: `dft_${"Z".repeat(24)}${String(i).padStart(2, "0")}`,
      userId: author.userId,
      caption: "",
      photos: [],
      visibility: "public" as const,
      commentsAllowed: true,
      showCamera: false,
      location: "off" as const,
      postId: "pst_1",
      createdAt: "2026-01-01T00:00:00.000Z",
    }))
    await table().draft.put(rows).go()
    expect((await Draft.list(author, {})).items.map(({ id }) => id)).toEqual([draftId])
  })

  it("tells whoever knew it which post it became, until its stone is overgrown", slow, async () => {
    const { draftId, late } = await given.draft(ada)
    for (const photo of late) await (await arrive(photo))()
    const post = await postOf(draftId)
    await expect(Draft.remove(ada, { draftId })).rejects.toMatchObject({ reason: "draft_published" })
    const { data } = await table().draft.get({ draftId }).go()
    expect((data?.expires ?? 0) - epoch()).toBeGreaterThan(29 * 86_400)
    await table()
      .draft.patch({ draftId })
      .set({ expires: epoch(-1) })
      .go()
    await expect(Draft.get(ada, { draftId })).rejects.toMatchObject({ code: "not_found" })
    await table().draft.delete({ draftId }).go()
    await settle()
    expect(await Post.get(ada, { postId: post.id })).toMatchObject({ id: post.id })
    const photoId = late[0]?.photoId ?? ""
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "ready" })
  })

  it("that is discarded takes its photos with it, those that come late too", async () => {
    const photoId = await given.photo(ada)
    const { draftId, late } = await given.draft(ada, { ready: [photoId] })
    await Draft.remove(ada, { draftId })
    await settle()
    for (const photo of late) {
      await (await arrive(photo))()
      expect(await objectsOf(photo.photoId, ada.userId)).toEqual([])
      expect(await itemsAbout(photo.photoId)).toEqual([])
    }
    expect(await objectsOf(photoId, ada.userId)).toEqual([])
    expect(await itemsAbout(photoId)).toEqual([])
    expect(await itemsAbout(draftId)).toEqual([])
  })

  it("belongs to its author alone", async () => {
    const { draftId } = await given.draft(ada)
    const eve = await given.person()
    await expect(Draft.get(eve, { draftId })).rejects.toMatchObject({ code: "not_found" })
    await expect(Draft.remove(eve, { draftId })).rejects.toMatchObject({ code: "not_found" })
    expect((await Draft.list(eve, {})).items).toEqual([])
  })
})

describe("a photo", () => {
  it("is published once, whichever of two posts comes first", async () => {
    const author = await given.person()
    const photoId = await given.photo(author)
    const posts = await Promise.allSettled(
      [1, 2, 3].map(() => Draft.publish(author, { photos: [{ photoId }] })),
    )
    expect(posts.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const post of posts) if (post.status === "rejected") expect(post.reason.reason).toBe("photo_used")
    expect(await postsOf(author)).toBe(1)
  })

  it("that a draft took in the same moment is not published by another post", async () => {
    const photoId = await given.photo(ada)
    const late = await given.upload(ada, await given.jpeg())
    const draft = () => Draft.publish(ada, { photos: [{ photoId }, { photoId: late.photoId }] })
    const post = justBefore("TransactWriteItemsCommand", draft, () =>
      Draft.publish(ada, { photos: [{ photoId }] }),
    )
    await expect(post).rejects.toMatchObject({ reason: "photo_used" })
  })

  it("that is published in the same moment is not removed", async () => {
    const photoId = await given.photo(ada)
    const publish = () => Draft.publish(ada, { photos: [{ photoId }] })
    const removal = justBefore("TransactWriteItemsCommand", publish, () =>
      Draft.removePhoto(ada, { photoId }),
    )
    await expect(removal).rejects.toMatchObject({ reason: "photo_in_post" })
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "ready" })
  })

  it("of somebody else, of nobody, or that failed is not published", async () => {
    const eve = await given.person()
    const theirs = await given.photo(eve)
    const publish = (photoId: string) => Draft.publish(ada, { photos: [{ photoId }] })
    await expect(publish(theirs)).rejects.toMatchObject({ code: "not_found" })
    const failed = await given.upload(ada, await given.jpeg())
    await giveUp(failed.photoId, "late")
    await expect(publish(failed.photoId)).rejects.toMatchObject({ reason: "photo_failed" })
    const photos = [{ photoId: theirs }, { photoId: theirs }]
    await expect(Draft.publish(eve, { photos })).rejects.toMatchObject({ code: "invalid" })
  })
})

it("leaves nothing of a removal that was cut off for the next one to stumble over", async () => {
  const ready = await given.photo(ada)
  const { draftId, late } = await given.draft(ada, { ready: [ready] })
  const photoId = late[0]?.photoId ?? ""
  // Cut off after the draft let go of it and was published by that.
  await table()
    .draft.patch({ draftId })
    .set({ photos: [{ photoId: ready, altText: "" }] })
    .go()
  await Draft.removePhoto(ada, { photoId })
  expect((await postOf(draftId)).photos).toHaveLength(1)
  await expect(Photo.get(ada, { photoId })).rejects.toMatchObject({ code: "not_found" })
})
