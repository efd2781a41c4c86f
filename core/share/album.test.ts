import { beforeAll, describe, expect, it } from "vitest"
import { givenAlbum, joins } from "../../testing/albums"
import { settle } from "../../testing/events"
import { given, type Person, visitor } from "../../testing/given"
import { items } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { Album } from "../album"
import { Block } from "../block"
import { Media } from "../media"
import type { PostView } from "../post/post.schema"
import { table } from "../table"
import { Share } from "./index"

let ada: Person
let copy: () => Promise<string>
beforeAll(async () => {
  ada = await given.person()
  copy = await given.copies(ada)
})
const post = async () => given.post(ada, { visibility: "private", photos: [await copy()] })
const tokenOf = ({ url = "" }) => url.split("/s/")[1] ?? ""
const linkTo = async (albumId: string, by = ada) => tokenOf(await Share.createForAlbum(by, { albumId }))
const shows = (token: string, of: PostView) =>
  Media.address(visitor(), { photoId: of.photos[0]?.photoId ?? "", variant: "640.jpg", link: token }).then(
    () => true,
    () => false,
  )
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error) => error.code,
  )

describe("a link to an album", () => {
  it("opens its posts and those of the albums in it, private ones too, and no others", slow, async () => {
    const [inside, deep, beside] = [await post(), await post(), await post()]
    const outer = await givenAlbum(ada)
    const linked = await givenAlbum(ada, { parentId: outer.id, posts: [inside.id] })
    const child = await givenAlbum(ada, { parentId: linked.id, posts: [deep.id] })
    const above = await givenAlbum(ada, { posts: [beside.id] })
    const token = await linkTo(linked.id)
    const { target } = await Share.get(visitor(), { token })
    expect(target).toMatchObject({ kind: "album", album: { id: linked.id, albums: [{ id: child.id }] } })
    expect((await Share.items(visitor(), { token })).items.map(({ id }) => id)).toEqual([inside.id])
    const below = await Share.items(visitor(), { token, albumId: child.id })
    expect(below.items.map(({ id }) => id)).toEqual([deep.id])
    expect(await Promise.all([inside, deep, beside].map((one) => shows(token, one)))).toEqual([
      true,
      true,
      false,
    ])
    expect(await code(Share.post(visitor(), { token, postId: deep.id }))).toBe("ok")
    expect(await code(Share.post(visitor(), { token, postId: beside.id }))).toBe("not_found")
    for (const albumId of [outer.id, above.id]) {
      expect(await code(Share.items(visitor(), { token, albumId }))).toBe("not_found")
      expect(await code(Share.album(visitor(), { token, albumId }))).toBe("not_found")
    }
    // Taken out, or the album moved away: at once.
    await Album.removeItem(ada, { albumId: linked.id, postId: inside.id })
    expect(await shows(token, inside)).toBe(false)
    await Album.edit(ada, { albumId: child.id, parentId: "" })
    expect(await shows(token, deep)).toBe(false)
  })

  it("is made by its owner and managers; a manager's ends with what they may do", slow, async () => {
    const [manager, viewer, stranger] = [await given.person(), await given.person(), await given.person()]
    const one = await post()
    const album = await givenAlbum(ada, { posts: [one.id] })
    await joins(ada, album.id, manager, "manager")
    await joins(ada, album.id, viewer)
    const make = (by: Person) => code(Share.createForAlbum(by, { albumId: album.id }))
    expect([await make(viewer), await make(stranger)]).toEqual(["forbidden", "not_found"])
    const token = await linkTo(album.id, manager)
    expect(await shows(token, one)).toBe(true)
    await Album.removeMember(ada, { albumId: album.id, userId: manager.userId })
    expect(await shows(token, one)).toBe(false)
    expect(await code(Share.get(visitor(), { token }))).toBe("gone")
  })

  it("of a manager opens nothing while the owner blocks them, or their account is shut", slow, async () => {
    const manager = await given.person()
    const { id: albumId } = await givenAlbum(ada, { posts: [(await post()).id] })
    await joins(ada, albumId, manager, "manager")
    const token = await linkTo(albumId, manager)
    const opened = () => code(Share.get(visitor(), { token }))
    expect(await opened()).toBe("ok")
    await Block.block(ada, { handle: manager.handle })
    expect(await opened()).toBe("gone")
    await Block.unblock(ada, { handle: manager.handle })
    expect(await opened()).toBe("ok")
    await table().user.patch({ userId: manager.userId }).set({ hidden: true }).go()
    expect(await opened()).toBe("gone")
  })

  it("goes with the album", slow, async () => {
    const album = await givenAlbum(ada)
    const { id, ...link } = await Share.createForAlbum(ada, { albumId: album.id })
    await Album.remove(ada, { albumId: album.id })
    expect(await code(Share.get(visitor(), { token: tokenOf(link) }))).toBe("not_found")
    await settle()
    expect(JSON.stringify(await items())).not.toContain(id)
  })
})
