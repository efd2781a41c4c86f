import { expect, it } from "vitest"
import { archiveOf, finished, zipsOf } from "../../testing/archive"
import { settle } from "../../testing/events"
import { given, type Person } from "../../testing/given"
import { ended, ledgerOf, sent } from "../../testing/imports"
import { slow } from "../../testing/slow"
import { Album } from "../album"
import { Block } from "../block"
import { Bookmark } from "../bookmark"
import { Comment } from "../comment"
import { Draft } from "../draft"
import { Export } from "../export"
import { Follow } from "../follow"
import { Like } from "../like"
import { Notification } from "../notification"
import { Post } from "../post"
import { Tag } from "../tag"
import { User } from "../user"

/** Somebody who has something of everything, also of what others have. */
async function everything() {
  const [ada, bo, cleo, dora] = [
    await given.person(),
    await given.person(),
    await given.person(),
    await given.person(),
  ]
  const photos = [await given.photo(ada), await given.photo(ada)]
  const { id: first } = await given.post(ada, { caption: "First #dawn", contentWarning: "Bright", photos })
  await Post.edit(ada, { postId: first, caption: "First, changed #dawn" })
  const { id: second } = await given.post(ada, {
    caption: "For me",
    visibility: "private",
    license: "cc_by",
  })
  const { id: third } = await given.post(ada, {
    caption: "三枚目",
    visibility: "followers",
    commentsAllowed: false,
  })
  const { id: theirs } = await given.post(bo, { caption: "Of Bo" })
  await Comment.write(ada, { postId: first, text: "To myself" })
  const { id: said } = await Comment.write(bo, { postId: first, text: "Bo was here" })
  await Comment.reply(ada, { commentId: said, text: "Welcome" })
  await Comment.like(ada, { commentId: said })
  await Comment.write(ada, { postId: theirs, text: "To Bo" })
  for (const postId of [first, theirs]) await Like.like(ada, { postId })
  for (const postId of [second, theirs]) await Bookmark.save(ada, { postId })
  await Follow.follow(ada, { handle: bo.handle })
  await Tag.follow(ada, { tag: "dawn" })
  await Block.setFilters(ada, { words: ["spoiler", "rain"] })
  await Block.block(ada, { handle: cleo.handle })
  await Block.mute(ada, { handle: dora.handle })
  await Notification.setSettings(ada, { digest: "daily", digestHour: 9, kinds: { like: false } })
  await Draft.save(ada, {
    photos: [{ photoId: await given.photo(ada), altText: "Later" }],
    caption: "Not yet",
  })
  const publishAt = new Date(Date.now() + 86_400_000).toISOString()
  await Draft.publish(ada, { photos: [{ photoId: await given.photo(ada) }], caption: "Tomorrow", publishAt })
  const { id: outer } = await Album.create(ada, { title: "Outer", description: "All", visibility: "public" })
  const { id: inner } = await Album.create(ada, { title: "Inner", parentId: outer, order: "oldest" })
  await Album.addItems(ada, { albumId: outer, postIds: [third, first] })
  await Album.edit(ada, { albumId: outer, coverPostId: first })
  await Album.addItem(ada, { albumId: inner, postId: second })
  await User.update(ada, {
    name: "Ada L.",
    bio: "Light.",
    links: [{ url: "https://example.com/" }],
    locale: "ja",
    unlisted: true,
  })
  await User.setAvatar(ada, { photoId: await given.photo(ada), x: 0.25, y: 0.75 })
  await settle()
  return { ada, bo }
}

async function taken(by: Person) {
  await Export.start(by, {})
  const view = await finished(by)
  const files = await archiveOf(by, view)
  return { zips: await zipsOf(by, view), files, manifest: String(files.get("manifest.json")) }
}

it(
  "out, in and out again: the manifests are the same, byte for byte, and so are the originals",
  slow,
  async () => {
    const { ada, bo } = await everything()
    const before = await taken(ada)
    const fresh = await given.person()
    const { id } = await sent(fresh, before.zips)
    expect(await ended(fresh, id)).toMatchObject({ state: "done", kind: "ichimai" })
    const after = await taken(fresh)
    expect(after.manifest).toBe(before.manifest)
    const originals = [...before.files].filter(([name]) => /^photos\/.*(?<!\.json)$/.test(name))
    expect(originals).toHaveLength(7)
    for (const [name, bytes] of originals) expect(after.files.get(name)?.equals(bytes), name).toBe(true)

    const carried = (await ledgerOf(fresh, id)).filter(({ outcome }) => outcome !== "imported")
    expect(carried.map(({ path, reason }) => [path, reason])).toEqual(
      ["comments", "likes", "commentLikes", "following"].map((list) => [`manifest.json: ${list}`, "carried"]),
    )
    // Nobody was told, and nothing was said twice.
    const told = (await Notification.list(bo, {})).items
    expect(told.flatMap(({ actors }) => actors).map(({ handle }) => handle)).not.toContain(fresh.handle)
    const wall = await Post.newest(fresh.userId, undefined, 10)
    expect(wall.map(({ caption }) => caption)).toEqual(["三枚目", "For me", "First, changed #dawn"])
    // And once more, from the archive of the archive.
    const third = await given.person()
    const again = await sent(third, after.zips)
    await ended(third, again.id)
    expect((await taken(third)).manifest).toBe(before.manifest)
  },
)

it("does not take a manifest that is none", slow, async () => {
  const { zipped } = await import("../../testing/archive")
  const ada = await given.person()
  const { id } = await sent(ada, [await zipped({ "manifest.json": '{"format":"ichimai-archive"}' })])
  expect(await ended(ada, id)).toMatchObject({ state: "failed", reason: "damaged" })
})
