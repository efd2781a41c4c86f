import { describe, expect, it } from "vitest"
import { given } from "../../testing/given"
import { ended, ledgerOf, sent } from "../../testing/imports"
import { instagramArchive } from "../../testing/instagram"
import { slow } from "../../testing/slow"
import { config } from "../config"
import { Post } from "../post"
import { Storage } from "../storage"

const january = Date.UTC(2020, 0, 15) / 1000
const photo = async (n: number) => ({ uri: `media/posts/202001/${n}.jpg`, bytes: await given.jpeg() })
const postsOf = async (userId: string) => Post.newest(userId, undefined, 50)

describe("an Instagram archive", () => {
  it("comes in as posts of their time, in order, with their words, for nobody else", slow, async () => {
    const ada = await given.person()
    const [one, two, three, four] = await Promise.all([photo(1), photo(2), photo(3), photo(4)])
    const archive = instagramArchive(
      [
        { at: january, media: [{ ...one, title: "こんにちは、渋谷 🗼 #東京" }] },
        {
          at: january + 60,
          title: "Two of three",
          media: [two, { uri: "media/posts/202001/film.mp4", bytes: Buffer.from("film") }, three],
        },
        { at: january + 60, media: [{ uri: "media/reels/202001/reel.mp4", bytes: Buffer.from("reel") }] },
      ],
      [
        { name: "media/stories/202001/lost.jpg", bytes: "story" },
        { name: "../evil.jpg", bytes: "evil" },
      ],
      [{ at: january + 90, title: "Put away", media: [four] }],
    )
    const { id } = await sent(ada, [archive], { options: { visibility: "public" } })
    const view = await ended(ada, id)
    expect(view).toMatchObject({ state: "done", kind: "instagram", counts: { imported: 4, duplicate: 0 } })
    const posts = await postsOf(ada.userId)
    expect(
      posts.map(({ caption, visibility, photos, createdAt }) => [
        caption,
        visibility,
        photos.length,
        createdAt,
      ]),
    ).toEqual([
      ["Put away", "private", 1, new Date((january + 90) * 1000).toISOString()],
      ["Two of three", "public", 2, new Date((january + 60) * 1000).toISOString()],
      ["こんにちは、渋谷 🗼 #東京", "public", 1, new Date(january * 1000).toISOString()],
    ])
    const lines = await ledgerOf(ada, id)
    expect(
      lines
        .filter(({ outcome }) => outcome === "skipped")
        .map(({ path, reason }) => [path, reason])
        .sort(),
    ).toEqual([
      ["../evil.jpg", "unsafe_path"],
      ["media/posts/202001/film.mp4", "video"],
      ["media/reels/202001/reel.mp4", "video"],
      ["media/stories/202001/lost.jpg", "not_a_post"],
    ])
    expect(lines).toHaveLength(view.counts.total)
    expect(await Storage.keys(config.originalsBucket, Storage.importPrefix(ada.userId, id))).toEqual([])
  })
})
