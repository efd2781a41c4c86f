import { describe, expect, it } from "vitest"
import { settle, uploaded } from "../../testing/events"
import { given } from "../../testing/given"
import { slow } from "../../testing/slow"
import { Photo } from "../photo"
import { Draft } from "./index"

describe("taking a photo out of a waiting draft", () => {
  it("publishes the rest when that is ready", slow, async () => {
    const ada = await given.person()
    const ready = await given.photo(ada)
    const late = await given.upload(ada, await given.jpeg())
    const waiting = await Draft.publish(ada, { photos: [{ photoId: ready }, { photoId: late.photoId }] })
    if (waiting.status !== "waiting") throw new Error("expected a draft")
    await Draft.removePhoto(ada, { photoId: late.photoId })
    const published = await Draft.get(ada, { draftId: waiting.draft.id })
    if (published.status !== "published") throw new Error("expected a post")
    expect(published.post.photos.map(({ photoId }) => photoId)).toEqual([ready])
    await expect(Photo.get(ada, { photoId: late.photoId })).rejects.toMatchObject({ code: "not_found" })
  })

  it("leaves the rest waiting, and nothing when it was the last", slow, async () => {
    const ada = await given.person()
    const bytes = await given.jpeg()
    const first = await given.upload(ada, bytes)
    const second = await given.upload(ada, await given.jpeg())
    const waiting = await Draft.publish(ada, { photos: [first, second].map(({ photoId }) => ({ photoId })) })
    if (waiting.status !== "waiting") throw new Error("expected a draft")
    await Draft.removePhoto(ada, { photoId: second.photoId })
    expect(await Draft.get(ada, { draftId: waiting.draft.id })).toMatchObject({ status: "waiting" })
    await Draft.removePhoto(ada, { photoId: first.photoId })
    await expect(Draft.get(ada, { draftId: waiting.draft.id })).rejects.toMatchObject({ code: "not_found" })
    // Bytes that come late find nothing to belong to.
    await uploaded(first.upload, bytes)
    await settle()
    expect(await Draft.list(ada, {})).toEqual({ items: [], nextCursor: null })
  })

  it("takes two out at once", slow, async () => {
    const ada = await given.person()
    const ready = await given.photo(ada)
    const late = await Promise.all([1, 2].map(async () => given.upload(ada, await given.jpeg())))
    const photos = [ready, ...late.map(({ photoId }) => photoId)].map((photoId) => ({ photoId }))
    const waiting = await Draft.publish(ada, { photos })
    if (waiting.status !== "waiting") throw new Error("expected a draft")
    await Promise.all(late.map(({ photoId }) => Draft.removePhoto(ada, { photoId })))
    expect(await Draft.get(ada, { draftId: waiting.draft.id })).toMatchObject({ status: "published" })
  })
})
