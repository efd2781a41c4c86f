import { beforeAll, describe, expect, it } from "vitest"
import { objectsOf, settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given, type Person, visitor } from "../../testing/given"
import { itemsAbout } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { table } from "../table"
import { Post } from "./index"

let ada: Person
let eve: Person
let copy: () => Promise<string>
beforeAll(async () => {
  ;[ada, eve] = [await given.person(), await given.person()]
  copy = await given.copies(ada)
})

const photosOf = (postId: string) =>
  Post.get(ada, { postId }).then(({ photos }) => photos.map(({ photoId, altText }) => [photoId, altText]))
const row = async (postId: string) => (await table().post.get({ postId }).go({ consistent: true })).data

describe("an edit", () => {
  it("changes what is given and nothing else", async () => {
    const before = await given.post(ada, {
      photos: [await copy()],
      caption: "Rain at #Bandra",
      license: "cc_by",
      contentWarning: "Blood",
      commentsAllowed: false,
    })
    const postId = before.id
    const after = await Post.edit(ada, { postId, caption: "Rain on the #pier and #Bandra" })
    expect(after).toEqual({
      ...before,
      photos: after.photos,
      caption: "Rain on the #pier and #Bandra",
      editedAt: expect.any(String),
    })
    expect(await Post.get(visitor(), { postId })).toMatchObject({
      caption: after.caption,
      viewer: { own: false },
    })
    expect(await row(postId)).toMatchObject({ tags: ["pier", "bandra"] })
    await Post.edit(ada, { postId, caption: "No tag left", contentWarning: "", license: "cc0" })
    expect(await row(postId)).not.toHaveProperty("tags")
    expect(await Post.get(ada, { postId })).not.toHaveProperty("contentWarning")
    expect(await Post.get(ada, { postId })).toMatchObject({ license: "cc0", commentsAllowed: false })
  })

  it("says so to readers only when what they are shown has changed", slow, async () => {
    const photos = [await copy(), await copy()]
    const { id: postId } = await given.post(ada, { photos, caption: "As it was" })
    const quiet = [
      {},
      { caption: "  As it was " },
      { commentsAllowed: false },
      { visibility: "followers" },
      { photos: photos.map((photoId) => ({ photoId })) },
      { photos: photos.map((photoId) => ({ photoId, altText: "A plain colour" })) },
      { showCamera: true, location: "town" },
    ] as const
    for (const change of quiet) {
      expect(await Post.edit(ada, { postId, ...change } as never), JSON.stringify(change)).not.toHaveProperty(
        "editedAt",
      )
    }
    const told = [
      { caption: "As it is" },
      { photos: [{ photoId: photos[0] ?? "", altText: "A better word" }, { photoId: photos[1] ?? "" }] },
      { photos: [...photos].reverse().map((photoId) => ({ photoId })) },
      { license: "cc_by" },
      { contentWarning: "Heights" },
    ] as const
    let last = ""
    for (const change of told) {
      const { editedAt = "" } = await Post.edit(ada, { postId, ...change } as never)
      expect([JSON.stringify(change), editedAt > last]).toEqual([JSON.stringify(change), true])
      last = editedAt
    }
  })

  it("without a difference writes nothing", async () => {
    const { id: postId } = await given.post(ada, { photos: [await copy()], caption: "The same" })
    const before = await row(postId)
    await Post.edit(ada, { postId, caption: "The same", visibility: "public" })
    expect(await row(postId)).toEqual(before)
    expect((await Post.history(ada, { postId })).items).toEqual([])
  })

  it(
    "keeps earlier captions, newest first, for whoever sees the post, until it is deleted",
    slow,
    async () => {
      const { id: postId } = await given.post(ada, { photos: [await copy()], caption: "One" })
      for (const caption of ["Two", "Three", "", "Four"]) await Post.edit(ada, { postId, caption })
      await Post.edit(ada, { postId, commentsAllowed: false })
      const captions = async (limit?: number, cursor?: string) => {
        const page = await Post.history(visitor(), { postId, limit, cursor })
        return { captions: page.items.map(({ caption }) => caption), next: page.nextCursor ?? undefined }
      }
      expect((await captions()).captions).toEqual(["", "Three", "Two", "One"])
      const first = await captions(3)
      expect([first.captions, (await captions(3, first.next)).captions]).toEqual([
        ["", "Three", "Two"],
        ["One"],
      ])

      await Post.edit(ada, { postId, visibility: "private" })
      await expect(Post.history(eve, { postId })).rejects.toMatchObject({ code: "not_found" })
      expect((await Post.history(ada, { postId })).items).toHaveLength(4)
      await Post.remove(ada, { postId })
      await settle()
      expect((await itemsAbout(postId)).filter((key) => key.includes("EDIT"))).toEqual([])
      await expect(Post.history(ada, { postId })).rejects.toMatchObject({ code: "not_found" })
    },
  )

  it("orders and removes photos; what is removed is gone with all its files", slow, async () => {
    const [a, b, c] = [await copy(), await copy(), await copy()]
    const { id: postId } = await given.post(ada, { photos: [a, b, c] })
    await Post.edit(ada, { postId, photos: [{ photoId: c, altText: "The third" }, { photoId: a }] })
    expect(await photosOf(postId)).toEqual([
      [c, "The third"],
      [a, "A plain colour"],
    ])
    await settle()
    expect(await objectsOf(b, ada.userId)).toEqual([])
    expect(await itemsAbout(b)).toEqual([])
    expect((await objectsOf(a, ada.userId)).length).toBeGreaterThan(4)
    await expect(Post.edit(ada, { postId, photos: [{ photoId: b }] })).rejects.toMatchObject({
      code: "not_found",
      reason: "photo_not_in_post",
    })
  })

  it("needs a photo, takes none from elsewhere, and none twice", async () => {
    const [mine, other] = [await copy(), await copy()]
    const { id: postId } = await given.post(ada, { photos: [mine] })
    await expect(Post.edit(ada, { postId, photos: [] })).rejects.toMatchObject({ code: "invalid" })
    const twice = [{ photoId: mine }, { photoId: mine }]
    await expect(Post.edit(ada, { postId, photos: twice })).rejects.toMatchObject({ code: "invalid" })
    const foreign = [{ photoId: mine }, { photoId: other }]
    await expect(Post.edit(ada, { postId, photos: foreign })).rejects.toMatchObject({ code: "not_found" })
    expect(await photosOf(postId)).toHaveLength(1)
  })

  it("is the author's alone; others hear that there is nothing", async () => {
    const { id: postId } = await given.post(ada, { photos: [await copy()], caption: "Mine" })
    await expect(Post.edit(eve, { postId, caption: "Theirs" })).rejects.toMatchObject({ code: "not_found" })
    await expect(Post.edit(visitor(), { postId, caption: "x" })).rejects.toMatchObject({
      code: "unauthenticated",
    })
    expect(await Post.get(ada, { postId })).toMatchObject({ caption: "Mine" })
  })
})

describe("edits at the same moment", () => {
  it("are both made, each to what is there", async () => {
    const photos = [await copy(), await copy()]
    const { id: postId } = await given.post(ada, { photos, caption: "One" })
    await justBefore(
      "TransactWriteItemsCommand",
      () => Post.edit(ada, { postId, caption: "Two", license: "cc_by" }),
      () => Post.edit(ada, { postId, photos: [...photos].reverse().map((photoId) => ({ photoId })) }),
    )
    const after = await Post.get(ada, { postId })
    expect([after.caption, after.license, after.photos.map(({ photoId }) => photoId)]).toEqual([
      "Two",
      "cc_by",
      [...photos].reverse(),
    ])
    await Promise.all(["a", "b", "c"].map((caption) => Post.edit(ada, { postId, caption })))
    const { items } = await Post.history(ada, { postId })
    const said = [...items.map(({ caption }) => caption), (await Post.get(ada, { postId })).caption]
    expect(said.sort()).toEqual(["One", "Two", "a", "b", "c"])
  })

  it("one of which removes a photo that the other orders: the other is refused", async () => {
    const [a, b] = [await copy(), await copy()]
    const { id: postId } = await given.post(ada, { photos: [a, b] })
    const late = justBefore(
      "TransactWriteItemsCommand",
      () => Post.edit(ada, { postId, photos: [{ photoId: a }] }),
      () => Post.edit(ada, { postId, photos: [{ photoId: b }, { photoId: a }] }),
    )
    await expect(late).rejects.toMatchObject({ reason: "photo_not_in_post" })
    expect(await photosOf(postId)).toEqual([[a, "A plain colour"]])
  })

  it("as the post is deleted finds nothing, and brings nothing back", slow, async () => {
    const { id: postId } = await given.post(ada, { photos: [await copy()] })
    const late = justBefore(
      "TransactWriteItemsCommand",
      () => Post.remove(ada, { postId }),
      () => Post.edit(ada, { postId, caption: "Too late" }),
    )
    await expect(late).rejects.toMatchObject({ code: "not_found" })
    await settle()
    expect(await row(postId)).toBeNull()
    expect(await itemsAbout("Too late")).toEqual([])
  })
})

describe("what photos tell besides the picture", () => {
  const camera = { make: "Canon", model: "EOS 5D", takenAt: "2026-05-06T07:08:09+09:00" }
  const location = { latitude: 54.601234567, longitude: -3.134567891 }

  it("is chosen anew, from what the photos hold; each choice leaves the other as it was", async () => {
    const photoId = await copy()
    await table().photo.patch({ photoId }).set({ camera, location }).go()
    const { id: postId } = await given.post(ada, { photos: [photoId] })
    const told = async () => {
      const { photos } = await Post.get(visitor(), { postId })
      return { camera: photos[0]?.camera, km: photos[0]?.place?.kilometres }
    }
    expect(await told()).toEqual({ camera: undefined, km: undefined })
    await Post.edit(ada, { postId, showCamera: true })
    const shown = { ...camera, takenAt: "2026-05-06T07:08:09" }
    expect(await told()).toEqual({ camera: shown, km: undefined })
    await Post.edit(ada, { postId, location: "town" })
    expect(await told()).toEqual({ camera: shown, km: 1 })
    await Post.edit(ada, { postId, location: "region", caption: "Fells" })
    expect(await told()).toEqual({ camera: shown, km: 10 })
    await Post.edit(ada, { postId, showCamera: false })
    expect(await told()).toEqual({ camera: undefined, km: 10 })
    await Post.edit(ada, { postId, location: "off" })
    expect(await told()).toEqual({ camera: undefined, km: undefined })
    expect(JSON.stringify(await row(postId))).not.toMatch(/Canon|54\.6|kilometres/)
  })
})
