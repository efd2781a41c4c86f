import { expect, it } from "vitest"
import { given } from "../../testing/given"
import { ended, ledgerOf, sent } from "../../testing/imports"
import { slow } from "../../testing/slow"
import { album, takeoutArchive } from "../../testing/takeout"
import { Album } from "../album"
import { Post } from "../post"

const june = Date.UTC(2019, 5, 1) / 1000

it(
  "a Takeout comes in photo by photo, each once, at the time it was taken, with its albums",
  slow,
  async () => {
    const ada = await given.person()
    const [a, b, c, d, e] = await Promise.all(Array.from({ length: 5 }, () => given.jpeg()))
    if (!a || !b || !c || !d || !e) throw new Error("five")
    const first = takeoutArchive([
      { path: "2019 年の写真/IMG_1.jpg", bytes: a, takenAt: june, description: "海 🌊" },
      { path: "2019 年の写真/IMG_2.jpg", bytes: b, takenAt: june },
      { path: "2019 年の写真/IMG_2-edited.jpg", bytes: c },
      { path: "2019 年の写真/IMG_3.HEIC", bytes: Buffer.from("no photo"), takenAt: june + 5 },
      { path: "2019 年の写真/IMG_3.MP4", bytes: Buffer.from("film") },
      { path: "2019 年の写真/MOV_4.mp4", bytes: Buffer.from("film"), takenAt: june },
      { path: "2019 年の写真/gone.jpg", bytes: d, takenAt: june, more: { trashed: true } },
      { path: "Sea/IMG_1.jpg", bytes: a, takenAt: june, description: "海 🌊" },
    ])
    // The second file of the archive.
    const second = takeoutArchive(
      [{ path: "Sea/later.jpg", bytes: e, takenAt: june + 90, more: { archived: true } }],
      [album("Sea", "The sea")],
    )
    const { id } = await sent(ada, [first, second], { options: { visibility: "followers" } })
    const view = await ended(ada, id)
    expect(view).toMatchObject({ state: "done", kind: "takeout" })
    const posts = await Post.newest(ada.userId, undefined, 20)
    expect(posts.map(({ caption, visibility, photos }) => [caption, visibility, photos.length])).toEqual([
      ["", "private", 1],
      ["", "followers", 2],
      ["海 🌊", "followers", 1],
    ])
    const lines = await ledgerOf(ada, id)
    const left = lines.filter(({ outcome }) => outcome !== "imported")
    expect(
      left.map(({ path, reason }) => [path.replace("Takeout/Google Photos/", ""), reason]).sort(),
    ).toEqual([
      ["2019 年の写真/IMG_3.HEIC", "not_a_photo"],
      ["2019 年の写真/IMG_3.MP4", "live_photo"],
      ["2019 年の写真/MOV_4.mp4", "video"],
      ["2019 年の写真/gone.jpg", "deleted_there"],
      ["Sea/IMG_1.jpg", "in_archive_twice"],
    ])
    expect(lines).toHaveLength(view.counts.total)
    const albums = await Album.mine(ada, {})
    expect(albums.items.map(({ title, visibility }) => [title, visibility])).toEqual([["The sea", "private"]])
    const [sea] = albums.items
    const inside = await Album.items(ada, { albumId: sea?.id ?? "" })
    expect(inside.items).toHaveLength(2)
  },
)
