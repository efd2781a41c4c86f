import { expect, it } from "vitest"
import { killedAfter } from "../../testing/faults"
import { given } from "../../testing/given"
import { ended, ledgerOf, sent } from "../../testing/imports"
import { instagramArchive } from "../../testing/instagram"
import { slow } from "../../testing/slow"
import { Post } from "../post"
import { table } from "../table"
import { Import } from "./index"

const at = Date.UTC(2021, 3, 1) / 1000

/** Ends the lease of whoever was cut off, as time does. */
async function timePasses(userId: string, importId: string) {
  await table().import.patch({ userId, importId }).set({ leaseUntil: 1 }).go()
}

/** The nth run is killed after n calls to the table and storage: so each step is the last of some run. */
it("killed at every step, it ends as if it never was", slow, async () => {
  const ada = await given.person()
  const photos = await Promise.all(Array.from({ length: 3 }, () => given.jpeg()))
  const media = photos.map((bytes, i) => ({ uri: `media/posts/202104/${i}.jpg`, bytes }))
  const [a, b, c] = media
  if (!a || !b || !c) throw new Error("three")
  const film = { uri: "media/posts/202104/film.mp4", bytes: Buffer.from("film") }
  const archive = instagramArchive([
    { at, title: "One", media: [a, film] },
    { at: at + 60, title: "Two", media: [b, c] },
  ])
  const { id } = await sent(ada, [archive])
  let cut = 0
  const view = await ended(ada, id, async () => {
    await killedAfter(++cut, () => Import.goOn(Date.now() + 20))
    await timePasses(ada.userId, id)
  })
  expect(cut).toBeGreaterThan(10)
  expect(view).toMatchObject({ state: "done", counts: { total: 4, imported: 3, duplicate: 0, skipped: 1 } })
  const posts = await Post.newest(ada.userId, undefined, 20)
  expect(posts.map(({ caption, photos }) => [caption, photos.length])).toEqual([
    ["Two", 2],
    ["One", 1],
  ])
  const lines = await ledgerOf(ada, id)
  expect(lines.map(({ path, outcome }) => [path.replace(/.*\//, ""), outcome])).toEqual([
    ["film.mp4", "skipped"],
    ["0.jpg", "imported"],
    ["1.jpg", "imported"],
    ["2.jpg", "imported"],
  ])
  const { data } = await table().photo.query.byUser({ userId: ada.userId }).go({ pages: "all" })
  expect(data).toHaveLength(3)
  const { data: counts } = await table().userCount.get({ userId: ada.userId }).go()
  expect(counts?.posts).toBe(2)
})
