import { createHash } from "node:crypto"
import { expect, it } from "vitest"
import { archiveOf, finished } from "../../testing/archive"
import { given } from "../../testing/given"
import { slow } from "../../testing/slow"
import { config } from "../config"
import { newId } from "../id"
import { Storage } from "../storage"
import { table } from "../table"
import { Export } from "./index"
import { Manifest } from "./manifest.schema"

const megabytes = () => process.memoryUsage().rss / 2 ** 20

it("a thousand posts are in it, and it takes no memory by the number of photos", slow, async () => {
  const ada = await given.person()
  const { id } = await given.post(ada)
  const { data: post } = await table().post.get({ postId: id }).go()
  const { data: photo } = await table()
    .photo.get({ photoId: post?.photos[0]?.photoId ?? "" })
    .go()
  if (!post || !photo) throw new Error("nothing was posted")
  // 200 MB in all, of which little is to be held.
  const bytes = Buffer.alloc(200 * 1024, 1)
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const keyOf = (photoId: string) => ({ kind: "kept" as const, userId: ada.userId, photoId })
  const ids = Array.from({ length: 999 }, () => [newId("post"), newId("photo")] as const)
  for (let at = 0; at < ids.length; at += 20) {
    await Promise.all(
      ids.slice(at, at + 20).map(async ([postId, photoId]) => {
        const cards = post.photos.map((card) => ({ ...card, photoId }))
        await table()
          .post.put({ ...post, postId, photos: cards })
          .go()
        await table()
          .photo.put({ ...photo, photoId, postId, sha256, byteLength: bytes.length })
          .go()
        await Storage.write(config.originalsBucket, Storage.originalKey(keyOf(photoId)), bytes, "image/jpeg")
      }),
    )
  }
  await Export.start(ada, {})
  const before = megabytes()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, megabytes())
  }, 50)
  const view = await finished(ada)
  clearInterval(watch)
  expect(view).toMatchObject({ photos: { done: 1000, total: 1000 }, problems: 0 })
  expect(view.parts.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeGreaterThan(200_000_000)
  expect(most - before).toBeLessThan(150)
  const files = await archiveOf(ada, { ...view, parts: view.parts.slice(0, 1) })
  const manifest = Manifest.parse(JSON.parse(String(files.get("manifest.json"))))
  expect(manifest.counts).toMatchObject({ posts: 1000, photos: 1000 })
})
