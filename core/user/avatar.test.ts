import { beforeAll, describe, expect, it } from "vitest"
import { handler as tableChanged } from "../../functions/table-changed"
import { spent } from "../../testing/budget"
import { changes, objectsOf, settle } from "../../testing/events"
import { during, justBefore, killedEverywhere } from "../../testing/faults"
import { given, offer, type Person, visitor } from "../../testing/given"
import { disclosable, foundIn, plantedFiles, secrets } from "../../testing/planted"
import { items, itemsAbout } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { config } from "../config"
import { Draft } from "../draft"
import { Media } from "../media"
import { Photo } from "../photo"
import { sweepUploads } from "../photo/sweep"
import { Post } from "../post"
import { Storage } from "../storage"
import { days } from "../time"
import { User } from "./index"
import { MeView } from "./user.schema"

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})

const seen = async (person: Person) => (await User.get(visitor(), { handle: person.handle })).avatar
const opens = async (actor: Parameters<typeof Media.address>[0], photoId: string, variant: string) =>
  Media.address(actor, { photoId, variant }).then(
    () => true,
    (error) => error.code !== "not_found" && error,
  )
/** A person with a photo beside their name, whose changes have not been delivered. */
async function withAvatar(bytes?: Buffer) {
  const person = await given.person()
  const photoId = await given.photo(person, bytes)
  await settle()
  const view = await User.setAvatar(person, { photoId, x: 0.25, y: 0.75 })
  return { person, photoId, view }
}
const openKeys = async (photoId: string, person: Person) =>
  (await objectsOf(photoId, person.userId)).filter((key) => key.startsWith("public/"))

describe("the photo beside a name", () => {
  it(
    "is shown to everybody at once, in small variants, and from the CDN when it has them",
    slow,
    async () => {
      const { person, photoId, view } = await withAvatar(await given.jpeg(1500, 1000))
      expect(MeView.strict().parse(view)).toEqual(view)
      const before = await seen(person)
      expect(before).toMatchObject({ x: 0.25, y: 0.75, color: expect.stringMatching(/^#/) })
      expect(before?.variants.map(({ url }) => url)).toEqual([
        `/api/media/${photoId}/320.avif`,
        `/api/media/${photoId}/640.avif`,
        `/api/media/${photoId}/640.jpg`,
      ])
      for (const variant of ["320.avif", "640.avif", "640.jpg"])
        expect(await opens(visitor(), photoId, variant)).toBe(true)
      for (const variant of ["1280.avif", "1280.jpg", "2048.avif", "original"]) {
        expect(await opens(visitor(), photoId, variant)).toBe(false)
      }
      await settle()
      const after = await seen(person)
      expect(after?.variants.every(({ url }) => url.includes(`/public/${photoId}/`))).toBe(true)
      expect(await openKeys(photoId, person)).toHaveLength(3)
      const post = await given.post(person)
      expect((await Post.get(visitor(), { postId: post.id })).author.avatar).toEqual(after)
    },
  )

  it("is put there in three steps, and costs the profile nothing more to read", async () => {
    const [person, photoId] = await given.person().then(async (one) => [one, await given.photo(one)] as const)
    const read = () => spent(() => User.get(visitor(), { handle: person.handle }))
    const before = await read()
    expect(await spent(() => User.setAvatar(person, { photoId }))).toMatchObject({
      requests: 5,
      hops: 3,
      read: 4,
    })
    const after = await read()
    expect([after.requests, after.hops, after.read]).toEqual([before.requests, before.hops, before.read])
  })

  it("moves within its circle without being sent again", slow, async () => {
    const { person, photoId } = await withAvatar()
    await settle()
    const moved = await User.setAvatar(person, { photoId, x: 1, y: 0 })
    expect(moved.avatar).toMatchObject({ x: 1, y: 0 })
    expect(moved.avatar?.variants[0]?.url).toContain("/public/")
    expect(await openKeys(photoId, person)).toHaveLength(2)
  })

  it("is erased with its files when it is replaced, and when it is taken away", slow, async () => {
    const { person, photoId } = await withAvatar()
    await settle()
    const next = await given.photo(person)
    await User.setAvatar(person, { photoId: next })
    expect(await opens(visitor(), photoId, "320.avif")).toBe(false)
    await settle()
    expect([await itemsAbout(photoId), await objectsOf(photoId, person.userId)]).toEqual([[], []])
    await User.removeAvatar(person, {})
    expect([await seen(person), await opens(visitor(), next, "320.avif")]).toEqual([undefined, false])
    await settle()
    expect([await itemsAbout(next), await objectsOf(next, person.userId)]).toEqual([[], []])
    await User.removeAvatar(person, {})
  })

  it(
    "that is replaced twice at once ends as one of the two, and nothing is left of the others",
    slow,
    async () => {
      const { person, photoId } = await withAvatar()
      const [one, two] = [await given.photo(person), await given.photo(person)]
      await justBefore(
        "TransactWriteItemsCommand",
        () => User.setAvatar(person, { photoId: one }),
        () => User.setAvatar(person, { photoId: two }),
      )
      await settle()
      expect((await seen(person))?.variants[0]?.url).toContain(two)
      for (const gone of [photoId, one]) {
        expect([await itemsAbout(gone), await objectsOf(gone, person.userId)]).toEqual([[], []])
      }
      expect(await openKeys(two, person)).toHaveLength(2)
    },
  )

  it("is one's own, ready, and used nowhere else", slow, async () => {
    const eve = await given.person()
    const set = (photoId: string) => User.setAvatar(ada, { photoId })
    await expect(set(await given.photo(eve))).rejects.toMatchObject({ code: "not_found" })
    const { photoId: awaiting } = await given.upload(ada, await given.jpeg())
    await expect(set(awaiting)).rejects.toMatchObject({ code: "conflict", reason: "avatar_not_ready" })
    const failed = await given.photo(ada, Buffer.from("no picture"))
    await expect(set(failed)).rejects.toMatchObject({ code: "unprocessable", reason: "avatar_failed" })
    const posted = await given.photo(ada)
    await given.post(ada, { photos: [posted] })
    await expect(set(posted)).rejects.toMatchObject({ code: "conflict", reason: "avatar_used" })
    const held = await given.photo(ada)
    await given.draft(ada, { ready: [held] })
    await expect(set(held)).rejects.toMatchObject({ code: "conflict", reason: "avatar_used" })
    for (const x of [-0.1, 1.1, Number.NaN]) {
      await expect(User.setAvatar(ada, { photoId: posted, x })).rejects.toMatchObject({ code: "invalid" })
    }
    await expect(User.setAvatar(visitor(), { photoId: posted })).rejects.toMatchObject({
      code: "unauthenticated",
    })
  })

  it("cannot be put in a post or removed by itself, also not in the same moment", slow, async () => {
    const { person, photoId } = await withAvatar()
    const used = { code: "conflict", reason: "photo_used" }
    const post = (id: string) => Draft.publish(person, { photos: [{ photoId: id }] })
    await expect(post(photoId)).rejects.toMatchObject(used)
    await expect(Draft.removePhoto(person, { photoId })).rejects.toMatchObject({ reason: "photo_is_avatar" })
    const other = await given.photo(person)
    const set = () => User.setAvatar(person, { photoId: other })
    await expect(justBefore("TransactWriteItemsCommand", set, () => post(other))).rejects.toMatchObject(used)
    const third = await given.photo(person)
    const late = justBefore(
      "TransactWriteItemsCommand",
      () => post(third),
      () => User.setAvatar(person, { photoId: third }),
    )
    await expect(late).rejects.toMatchObject({ reason: "avatar_used" })
    const fourth = await given.photo(person)
    const remove = () => Draft.removePhoto(person, { photoId: fourth })
    const setFourth = () => User.setAvatar(person, { photoId: fourth })
    await expect(justBefore("TransactWriteItemsCommand", setFourth, remove)).rejects.toMatchObject({
      code: "conflict",
    })
    await settle()
    expect((await seen(person))?.variants[0]?.url).toContain(fourth)
    expect(await openKeys(fourth, person)).toHaveLength(2)
  })

  it("may be the same file as a post's photo; each goes without the other", slow, async () => {
    const bytes = await given.jpeg()
    const { person, photoId } = await withAvatar(bytes)
    const { photoId: again, ...sent } = await Photo.startUpload(person, offer(bytes))
    expect([again === photoId, sent]).toEqual([false, { duplicate: true }])
    await given.post(person, { photos: [again] })
    await User.removeAvatar(person, {})
    await settle()
    expect(await opens(visitor(), again, "320.avif")).toBe(true)
    expect(await objectsOf(photoId, person.userId)).toEqual([])
  })

  it("tells nothing but what it shows: no place, no camera, no name of its author (check 23)", async () => {
    const { person, photoId } = await withAvatar(await plantedFiles.jpeg())
    await settle()
    const view = JSON.stringify(await User.get(visitor(), { handle: person.handle }))
    const files = await Promise.all(
      (await openKeys(photoId, person)).map((key) => Storage.read(config.mediaBucket, key)),
    )
    expect(files).toHaveLength(3)
    for (const bytes of [Buffer.from(view), ...files]) {
      expect(foundIn(bytes, [...secrets, ...disclosable])).toEqual([])
    }
  })

  it("is kept by the sweep, where an unused photo goes", slow, async () => {
    const { person, photoId } = await withAvatar()
    const unused = await given.photo(person)
    await sweepUploads(Date.now() + days(2) * 1000)
    await settle()
    expect(await itemsAbout(unused)).toEqual([])
    // Nothing is left to do about it, so that no run looks at it again.
    const row = (await items()).find(({ pk, sk }) => pk === `PHOTO#${photoId}` && sk === "META")
    expect([row?.state, row?.gsi2pk]).toEqual(["ready", undefined])
    expect((await objectsOf(photoId, person.userId)).length).toBeGreaterThan(3)
    expect(await opens(visitor(), photoId, "320.avif")).toBe(true)
  })
})

describe("what follows from a photo beside a name", () => {
  it("is the same when every change comes twice, and again after the photo went", slow, async () => {
    const { person, photoId } = await withAvatar()
    const put = await changes()
    const deliver = async () => expect((await tableChanged({ Records: put })).batchItemFailures).toEqual([])
    await deliver()
    const once = [await seen(person), await objectsOf(photoId, person.userId)]
    await deliver()
    expect([await seen(person), await objectsOf(photoId, person.userId)]).toEqual(once)
    await User.removeAvatar(person, {})
    await settle()
    await deliver()
    expect([await itemsAbout(photoId), await objectsOf(photoId, person.userId)]).toEqual([[], []])
  })

  it.each(["CopyObjectCommand", "UpdateItemCommand"])(
    "leaves nothing when the photo goes while it is copied for the CDN (at %s)",
    async (command) => {
      const { person, photoId } = await withAvatar()
      const Records = await changes()
      /** The photo goes with all its files; a copy that was begun before that lands only now. */
      const goes = async () => {
        await User.removeAvatar(person, {})
        await settle()
        const late = { kind: "public", photoId, version: 1, size: 320, format: "avif" } as const
        await Storage.write(config.mediaBucket, Storage.variantKey(late), Buffer.from("late"), "image/avif")
      }
      let gone: Promise<void> | undefined
      const first = await during(
        async ({ name }, next) => {
          if (name !== command) return next()
          const early = !gone && command === "CopyObjectCommand" ? next() : undefined
          gone ??= (early ?? Promise.resolve()).then(goes)
          await gone
          return early ?? next()
        },
        () => tableChanged({ Records }),
      )
      expect([gone !== undefined, first.batchItemFailures.length > 0]).toEqual([
        true,
        command === "CopyObjectCommand",
      ])
      // What went through is not delivered again: it has to have cleaned up by itself.
      if (first.batchItemFailures.length > 0) await tableChanged({ Records })
      expect(await objectsOf(photoId, person.userId)).toEqual([])
    },
  )

  it("ends the same wherever the process that does it is killed", slow, async () => {
    const deaths = await killedEverywhere(async (killed) => {
      const { person, photoId } = await withAvatar()
      const Records = await changes()
      await killed(() => tableChanged({ Records }))
      expect((await tableChanged({ Records })).batchItemFailures).toEqual([])
      expect((await seen(person))?.variants[0]?.url).toContain("/public/")
      expect(await openKeys(photoId, person)).toHaveLength(2)
    })
    expect(deaths).toBeGreaterThan(2)
  })
})
