import { beforeAll, expect, it } from "vitest"
import { givenAlbum, joins } from "../../testing/albums"
import { given, type Person, visitor } from "../../testing/given"
import { slow } from "../../testing/slow"
import type { Actor } from "../actor"
import { Album } from "../album"
import { Share } from "../share"
import { table } from "../table"
import { Viewing } from "./index"

let owner: Person
let albumId: string
let postId: string
beforeAll(async () => {
  owner = await given.person()
  postId = (await given.post(owner, { visibility: "private" })).id
  albumId = (await givenAlbum(owner, { posts: [postId] })).id
})

type Options = Omit<Parameters<typeof Share.createForAlbum>[1], "albumId">
async function linked(options: Options = {}) {
  const { id: shareId, url = "" } = await Share.createForAlbum(owner, { albumId, ...options })
  return { shareId, token: url.split("/s/")[1] ?? "" }
}
async function guestOf(token: string): Promise<Actor> {
  const look = await Viewing.lookThrough(owner, token)
  if (!look) throw new Error("nobody looks through it")
  return look.actor
}
const seenBy = (actor: Actor, token: string) =>
  Promise.all([
    Share.door(actor, { token }),
    Share.get(actor, { token }),
    Share.items(actor, { token }),
    Share.post(actor, { token, postId }),
  ])
const usedAt = async (shareId: string) =>
  (await Share.listOfAlbum(owner, { albumId })).items.find(({ id }) => id === shareId)?.usedAt

it("is what the real guests get, and no use of the link", async () => {
  for (const options of [{}, { noDownload: true, noCamera: true }, { comments: true }]) {
    const { token, shareId } = await linked({ name: "For Grandma", ...options })
    const looked = await seenBy(await guestOf(token), token)
    expect(await usedAt(shareId)).toBeUndefined()
    expect(looked).toEqual(await seenBy(visitor(), token))
    expect(looked[1]).toMatchObject(options)
    expect(await usedAt(shareId)).toBeDefined()
  }
})

it("needs no password of who gives it, and is what those see who know it", slow, async () => {
  const { token } = await linked({ password: "harebell-scree" })
  const { proof = "" } = (await Share.unlock(visitor(), { token, password: "harebell-scree" })) ?? {}
  expect(await seenBy(await guestOf(token), token)).toEqual(
    await seenBy({ ...visitor(), unlocks: [proof] }, token),
  )
  await expect(Share.get(owner, { token })).rejects.toMatchObject({ reason: "link_locked" })
  // Of another link it knows nothing.
  const { token: other } = await linked({ password: "harebell-scree" })
  await expect(Share.get(await guestOf(token), { token: other })).rejects.toMatchObject({
    reason: "link_locked",
  })
})

it("that is over is over; one that was ended is nobody's", async () => {
  const [over, ended] = [await linked(), await linked()]
  const { data: place } = await table().sharePlace.get({ shareId: over.shareId }).go()
  await table()
    .share.patch({ hash: place?.hash ?? "" })
    .set({ endsAt: new Date(Date.now() - 1000).toISOString() })
    .go()
  await expect(Share.get(await guestOf(over.token), { token: over.token })).rejects.toMatchObject({
    reason: "link_ended",
  })
  await Share.revoke(owner, { shareId: ended.shareId })
  expect(await Viewing.lookThrough(owner, ended.token)).toBeUndefined()
  expect(await Viewing.lookThrough(owner, "A".repeat(24))).toBeUndefined()
})

it("is for those alone who may give the link", slow, async () => {
  const [manager, viewer, stranger] = [await given.person(), await given.person(), await given.person()]
  await joins(owner, albumId, manager, "manager")
  await joins(owner, albumId, viewer)
  const { token } = await linked({ password: "harebell-scree" })
  expect(await Viewing.lookThrough(manager, token)).toMatchObject({ targetId: albumId })
  for (const actor of [viewer, stranger, visitor()])
    expect(await Viewing.lookThrough(actor, token)).toBeUndefined()
  await Album.removeMember(owner, { albumId, userId: manager.userId })
  expect(await Viewing.lookThrough(manager, token)).toBeUndefined()
})
