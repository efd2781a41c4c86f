import { beforeAll, describe, expect, it } from "vitest"
import { given, type Person, visitor } from "../../testing/given"
import type { Actor } from "../actor"
import { Album } from "../album"
import { Block } from "../block"
import { Follow } from "../follow"
import { Post } from "../post"
import { Profile } from "../profile"
import { Viewing } from "./index"

let owner: Person
let follower: Person
let asking: Person
let stranger: Person
const posts: Record<string, string> = {}

beforeAll(async () => {
  ;[owner, follower, asking, stranger] = await Promise.all([
    given.person(),
    given.person(),
    given.person(),
    given.person(),
  ])
  for (const visibility of ["public", "followers", "private"] as const) {
    posts[visibility] = (await given.post(owner, { visibility })).id
  }
  await given.follow(follower, owner)
})

/** What somebody is shown of the owner: the list, each post alone, and how they stand to the owner. */
async function seenBy(actor: Actor) {
  const { items } = await Post.byUser(actor, { handle: owner.handle })
  const alone = await Promise.all(Object.values(posts).map((postId) => Post.isVisible(actor, postId)))
  const { postsVisible, viewer } = await Profile.get(actor, { handle: owner.handle })
  return { items, alone, postsVisible, viewer }
}

const lookedAs = async (as: string) => {
  const found = await Viewing.look(owner, as)
  if (!found) throw new Error(`nobody looks as ${as}`)
  return seenBy(found.actor)
}

describe.each([false, true])("a page looked at as somebody else (private account: %s)", (closed) => {
  beforeAll(async () => {
    await given.closed(owner, closed)
    if (closed) await Follow.follow(asking, { handle: owner.handle })
  })

  it("is what the real ones get", async () => {
    expect(await lookedAs("visitor")).toEqual(await seenBy(visitor()))
    expect(await lookedAs("follower")).toEqual(await seenBy(follower))
    for (const person of [follower, asking, stranger]) {
      const seen = await seenBy(person)
      expect(await lookedAs(`@${person.handle}`)).toEqual(seen)
      expect(await lookedAs(person.handle)).toEqual(seen)
    }
    // So that the comparison above can fail: they do differ.
    const [open, alone] = [await seenBy(follower), await seenBy(stranger)]
    expect([open.items.length, alone.items.length]).toEqual(closed ? [2, 0] : [2, 1])
  })
})

it("shows to a given person what an album of the owner gives them", async () => {
  const { id: albumId } = await Album.create(owner, { title: "For one" })
  await Album.addItems(owner, { albumId, postIds: [posts.private ?? ""] })
  await Album.addMember(owner, { albumId, handle: stranger.handle, role: "viewer" })
  const inAlbum = async (actor: Actor) => {
    const ids = (await Album.items(actor, { albumId })).items.map(({ id }) => id)
    return [ids, await Post.isVisible(actor, posts.private ?? "")]
  }
  const as = (await Viewing.look(owner, stranger.handle)) as Viewing.Look
  expect(await inAlbum(as.actor)).toEqual([[posts.private], true])
  expect(await inAlbum(as.actor)).toEqual(await inAlbum(stranger))
  const other = (await Viewing.look(owner, follower.handle)) as Viewing.Look
  await expect(Album.items(other.actor, { albumId })).rejects.toMatchObject({ code: "not_found" })
})

it("names the albums that a post is in as the real ones read them", async () => {
  await given.closed(owner, false)
  const postId = posts.public ?? ""
  const [open, ofOne] = [
    await Album.create(owner, { title: "For everybody", visibility: "public" }),
    await Album.create(owner, { title: "For a stranger" }),
  ]
  for (const { id } of [open, ofOne]) await Album.addItems(owner, { albumId: id, postIds: [postId] })
  await Album.addMember(owner, { albumId: ofOne.id, handle: stranger.handle, role: "viewer" })
  const read = async (actor: Actor) =>
    (await Album.ofPost(actor, { postId })).items.map(({ id }) => id).sort()
  for (const [as, real] of [
    ["visitor", visitor()],
    ["follower", follower],
    [`@${follower.handle}`, follower],
    [`@${stranger.handle}`, stranger],
  ] as const) {
    const { actor } = (await Viewing.look(owner, as)) as Viewing.Look
    expect(await read(actor)).toEqual(await read(real))
  }
  expect([await read(visitor()), await read(stranger)]).toEqual([[open.id], [open.id, ofOne.id].sort()])
})

it("does not tell in which albums of others a person is", async () => {
  const [maker, member] = await Promise.all([given.person(), given.person()])
  const { id: postId } = await given.post(owner)
  const { id: albumId } = await Album.create(maker, { title: "Of another" })
  await Album.addMember(maker, { albumId, handle: owner.handle, role: "contributor" })
  await Album.addMember(maker, { albumId, handle: member.handle, role: "viewer" })
  await Album.addItems(owner, { albumId, postIds: [postId] })
  const { actor } = (await Viewing.look(owner, `@${member.handle}`)) as Viewing.Look
  expect((await Album.ofPost(member, { postId })).items).toHaveLength(1)
  expect((await Album.ofPost(actor, { postId })).items).toEqual([])
})

it("tells nothing of what is a person's own", async () => {
  await given.closed(owner, false)
  const other = await given.person()
  const closed = await given.closed(await given.person())
  await given.follow(stranger, closed)
  await given.post(closed, { visibility: "followers" })
  const found = await Viewing.look(owner, `@${stranger.handle}`)
  const { actor } = found as Viewing.Look
  expect((await Post.byUser(actor, { handle: closed.handle })).items).toEqual([])
  expect((await Follow.ties(actor, [closed.userId, other.userId]))(closed.userId)).toMatchObject({
    follows: false,
  })
  const follows = await Viewing.look(owner, "follower")
  expect((await Post.byUser((follows as Viewing.Look).actor, { handle: closed.handle })).items).toEqual([])
})

it("is nobody's where there is no such person, or a block between them", async () => {
  const blocked = await given.person()
  await Block.block(blocked, { handle: owner.handle })
  for (const as of ["@nobody_at_all", blocked.handle, `@${owner.handle}`, "@", "no one", "link:x"]) {
    expect(await Viewing.look(owner, as)).toMatchObject({ as: "nobody", actor: { kind: "visitor" } })
  }
  expect(await Viewing.look(owner, "")).toBeUndefined()
})
