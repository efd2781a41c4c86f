import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { describe, expect, it } from "vitest"
import { Comment } from "../../core/comment"
import { config } from "../../core/config"
import { Guest } from "../../core/guest"
import { newId } from "../../core/id"
import { Like } from "../../core/like"
import { Moderation } from "../../core/moderation"
import { Photo } from "../../core/photo"
import { Post } from "../../core/post"
import { Share } from "../../core/share"
import { Storage } from "../../core/storage"
import { table } from "../../core/table"
import { givenAlbum } from "../../testing/albums"
import { objectsOf, settle, uploaded } from "../../testing/events"
import { given, offer, type Person, visitor } from "../../testing/given"
import { slow } from "../../testing/slow"
import type { Fault } from "./fault"
import { kinds, type Walk, walk } from "./walk"

const everything = (change: Partial<Walk> = {}) =>
  walk({
    client: new DynamoDBClient({}),
    table: config.tableName,
    of: kinds,
    items: 100_000,
    pause: 5,
    age: 0,
    ...change,
  })

/** Walks a bit at a time, each time from where the last one ended. */
async function inParts(change: Partial<Walk>) {
  const all = { faults: [] as Fault[], looked: 0, runs: 0 }
  let from: string | undefined
  do {
    const part = await everything({ ...change, from })
    expect(part.looked).toBeLessThanOrEqual(change.items ?? 0)
    all.faults.push(...part.faults)
    all.looked += part.looked
    all.runs++
    from = part.next
  } while (from)
  return all
}

/** The faults of some things: other tests use the same buckets. */
async function faultsOf(...ids: string[]) {
  const { faults } = await everything()
  return faults.filter(({ what }) => ids.some((id) => what.includes(id)))
}
const repair = async (...ids: string[]) => {
  for (const fault of await faultsOf(...ids)) await fault.repair?.()
}

async function written() {
  const [ada, bob] = [await given.person(), await given.person()]
  const photoId = await given.photo(ada)
  const post = await given.post(ada, { photos: [photoId] })
  await given.follow(bob, ada)
  await Like.like(bob, { postId: post.id })
  const { id: commentId } = await Comment.write(bob, { postId: post.id, text: "well seen" })
  await Comment.reply(ada, { commentId, text: "thank you" })
  await Comment.like(ada, { commentId })
  await settle()
  return { ada, bob, photoId, postId: post.id, commentId }
}

/** One photo of a guest that is a post by now, and one that waits. */
async function guestsOf(owner: Person): Promise<string[]> {
  const album = await givenAlbum(owner)
  const link = await Share.createForAlbum(owner, { albumId: album.id, kind: "contribute" })
  const token = link.url?.split("/s/")[1] ?? ""
  const ids: string[] = []
  for (const letter of ["a", "b"]) {
    const bytes = await given.jpeg()
    const key = letter.repeat(32)
    const started = await Guest.start(visitor(), { token, key, name: "Grandma", ...offer(bytes) })
    if ("duplicate" in started || started.upload.kind !== "post") throw new Error("it is sent in one piece")
    await uploaded(started.upload, bytes)
    ids.push(started.photoId)
  }
  const [first = ""] = ids
  await Guest.decide(owner, { albumId: album.id, photoIds: [first], decision: "approve" })
  return ids
}

describe("integrity", () => {
  it("finds nothing where nothing is wrong", slow, async () => {
    const { ada, bob, photoId, postId, commentId } = await written()
    expect(await faultsOf(ada.userId, bob.userId, photoId, postId, commentId)).toEqual([])
  })

  it(
    "finds nothing where comments are hidden, or stand empty, and where a guest's photo waits or is a post",
    slow,
    async () => {
      const { ada, bob, postId, commentId } = await written()
      const [moderator, manager] = [await given.moderator(), await given.person()]
      const reply = await Comment.reply(manager, { commentId, text: "indeed" })
      const other = await Comment.write(manager, { postId, text: "hidden" })
      const decision = { act: "hide", rule: "spam", reason: "Advertisements." } as const
      await Moderation.decide(moderator, { targets: [reply.id, other.id], ...decision })
      await Comment.eraseBy(bob.userId, async () => {})
      const guests = await guestsOf(ada)
      await settle()
      expect((await Comment.list(ada, { postId })).items).toMatchObject([{ deleted: true }])
      expect((await Post.get(ada, { postId })).counts.comments).toBe(2)
      const held = await given.photo(ada)
      const quarantined = await given.post(ada, { photos: [held] })
      await Moderation.decide(moderator, { ...decision, targets: [quarantined.id], act: "quarantine" })
      await settle()
      expect(
        await faultsOf(ada.userId, bob.userId, manager.userId, postId, commentId, reply.id, held, ...guests),
      ).toEqual([])
    },
  )

  it("finds counters that do not count, and corrects them by the difference", slow, async () => {
    const { ada, postId, commentId } = await written()
    await table().postCount.patch({ postId, shard: 0 }).add({ likes: 5, comments: -1 }).go()
    await table().userCount.patch({ userId: ada.userId }).add({ followers: 2, posts: -1, following: 1 }).go()
    await table().comment.patch({ postId, commentId }).add({ likes: 3 }).go()
    const faults = await faultsOf(ada.userId, postId, commentId)
    expect(faults.map(({ what, found, remedy }) => `${what} ${found} ${remedy}`).sort()).toEqual(
      [
        `${commentId} likes says 4 and there are 1 add -3`,
        `${postId} comments says 1 and there are 2 add 1`,
        `${postId} likes says 6 and there are 1 add -5`,
        `${ada.userId} followers says 3 and there are 1 add -2`,
        `${ada.userId} following says 1 and there are 0 add -1`,
        `${ada.userId} posts says 0 and there are 1 add 1`,
      ].sort(),
    )
    await repair(ada.userId, postId, commentId)
    expect(await faultsOf(ada.userId, postId, commentId)).toEqual([])
    expect((await Post.get(ada, { postId })).counts).toEqual({ likes: 1, comments: 2 })
  })

  it("finds variants and copies that are gone, and makes the same again", slow, async () => {
    const { ada, photoId } = await written()
    const before = await objectsOf(photoId, ada.userId)
    const [master = ""] = before.filter((key) => key.startsWith("private/"))
    const [copy = ""] = before.filter((key) => key.startsWith("public/"))
    const bytes = await Storage.read(config.mediaBucket, master)
    await Storage.removeAll(config.mediaBucket, master)
    await Storage.removeAll(config.mediaBucket, copy)
    expect((await faultsOf(photoId)).map(({ kind }) => kind).sort()).toEqual([
      "copies_missing",
      "variants_missing",
    ])
    await repair(photoId)
    // The copies need all masters: a second run.
    await repair(photoId)
    expect(await faultsOf(photoId)).toEqual([])
    expect((await objectsOf(photoId, ada.userId)).sort()).toEqual(before.sort())
    expect((await Storage.read(config.mediaBucket, master)).equals(bytes)).toBe(true)
  })

  it("finds an original that is gone, for which nothing can be done here", slow, async () => {
    const { ada, photoId } = await written()
    await Storage.removeAll(config.originalsBucket, `kept/${ada.userId}/${photoId}`)
    const [fault, ...more] = await faultsOf(photoId)
    expect(more).toEqual([])
    expect(fault).toMatchObject({ kind: "original_missing" })
    expect(fault?.repair).toBeUndefined()
  })

  it("finds copies of a photo that is not for everybody, and removes them", slow, async () => {
    const ada = await given.person()
    const photoId = await given.photo(ada)
    await given.post(ada, { photos: [photoId], visibility: "private" })
    const [row] = await Photo.rows([photoId])
    const picture = row && Photo.pictureOf(row)
    if (picture) await Photo.expose(picture)
    expect(await faultsOf(photoId)).toMatchObject([{ kind: "copies_exposed" }])
    await repair(photoId)
    expect(await Storage.keys(config.mediaBucket, Storage.variantPrefix("public", photoId))).toEqual([])
    expect(await faultsOf(photoId)).toEqual([])
  })

  it("finds objects without a photo, when they are old enough, and removes them", slow, async () => {
    const [photoId, userId] = [newId("photo"), newId("user")]
    const keys = [
      `public/${photoId}/1-320.avif`,
      `private/${photoId}/1-320.avif`,
      `private/${photoId}/1-640.avif`,
    ]
    for (const key of keys) await Storage.write(config.mediaBucket, key, Buffer.from("x"), "image/avif")
    await Storage.write(config.originalsBucket, `kept/${userId}/${photoId}`, Buffer.from("x"), "image/jpeg")
    expect((await everything({ age: 60_000 })).faults.filter(({ what }) => what.includes(photoId))).toEqual(
      [],
    )
    expect((await faultsOf(photoId)).map(({ what, found }) => [what, found])).toEqual([
      [`private/${photoId}/`, "2 objects, and no such photo"],
      [`public/${photoId}/`, "1 objects, and no such photo"],
      [`kept/${userId}/${photoId}`, "1 objects, and no such photo"],
    ])
    await repair(photoId)
    expect(await objectsOf(photoId, userId)).toEqual([])
  })

  it("looks at so many and goes on from there, and sees all in the end", slow, async () => {
    const { postId, photoId } = await written()
    await table().postCount.patch({ postId, shard: 0 }).add({ likes: 1 }).go()
    await Storage.removeAll(
      config.originalsBucket,
      `kept/${(await Photo.rows([photoId]))[0]?.userId}/${photoId}`,
    )
    const rows = { of: ["photos", "counters"] } as const
    const whole = await everything(rows)
    const parts = await inParts({ ...rows, items: 25 })
    expect(parts.runs).toBeGreaterThan(3)
    expect(parts.looked).toBe(whole.looked)
    const named = ({ kind, what }: Fault) => `${kind} ${what}`
    expect(parts.faults.map(named).sort()).toEqual(whole.faults.map(named).sort())
    expect(parts.faults.map(named)).toEqual(
      expect.arrayContaining([`original_missing ${photoId}`, `counter_drift ${postId}`]),
    )
    // Other tests use the same buckets: what is orphaned here has to be among what is found.
    const orphan = `private/${newId("photo")}/`
    await Storage.write(config.mediaBucket, `${orphan}1-320.avif`, Buffer.from("x"), "image/avif")
    const objects = await inParts({ of: ["objects"], items: 40 })
    expect(objects.faults.map(named)).toContain(`object_orphaned ${orphan}`)
    await Storage.removeAll(config.mediaBucket, orphan)
    await expect(everything({ from: "nonsense" })).rejects.toThrow("no place to go on from")
  })
})
