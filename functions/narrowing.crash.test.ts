import { beforeAll, describe, expect, it } from "vitest"
import { config } from "../core/config"
import { Media } from "../core/media"
import { Photo } from "../core/photo"
import { Post } from "../core/post"
import type { Visibility } from "../core/post/post.schema"
import { Storage } from "../core/storage"
import { User } from "../core/user"
import { changes, objectsOf, settle } from "../testing/events"
import { killedEverywhere } from "../testing/faults"
import { given, type Person, visitor } from "../testing/given"
import { items, itemsAbout } from "../testing/rows"
import { useSettings } from "../testing/settings"
import { handler } from "./table-changed"

let ada: Person
let copy: () => Promise<string>
beforeAll(async () => {
  useSettings({ limits: { uploadsPerMinute: 10_000 } })
  ada = await given.person()
  copy = await given.copies(ada)
})

const publicKeys = (photoId: string) =>
  Storage.keys(config.mediaBucket, Storage.variantPrefix("public", photoId))
type Records = Awaited<ReturnType<typeof changes>>

/** Delivers what changed; killed anywhere, it is delivered again from the batch that was cut off. */
async function delivered(
  killed: (run: () => Promise<unknown>) => Promise<void>,
  act: () => Promise<unknown>,
) {
  let pending: Records = []
  await killed(async () => {
    await act()
    for (pending = await changes(); pending.length > 0; pending = await changes()) {
      const { batchItemFailures } = await handler({ Records: pending })
      if (batchItemFailures.length > 0) return
    }
  })
  // Whoever acted tries again, as they got no answer.
  await act()
  await handler({ Records: pending })
  await settle()
}

describe("killed after any call", () => {
  const become = (postId: string, visibility: Visibility) => () => Post.edit(ada, { postId, visibility })

  it("a post is narrowed: nothing of it is left in the public", async () => {
    const kills = await killedEverywhere(async (killed) => {
      const photos = [await copy(), await copy()]
      const { id: postId } = await given.post(ada, { photos })
      await delivered(killed, become(postId, "private"))
      for (const photoId of photos) {
        expect(await publicKeys(photoId)).toEqual([])
        await expect(Media.address(visitor(), { photoId, variant: "320.avif" })).rejects.toThrow()
      }
      expect(JSON.stringify(await Post.get(ada, { postId }))).not.toContain(config.mediaUrl)
      const asked = (await items()).filter(({ pk }) => pk.startsWith(`CDN#${postId}`))
      expect(asked).toMatchObject([{ state: "done" }])
    })
    expect(kills).toBeGreaterThan(10)
  })

  it("a post is opened again: all its addresses are new, and answer", async () => {
    const kills = await killedEverywhere(async (killed) => {
      const photos = [await copy(), await copy()]
      const { id: postId } = await given.post(ada, { photos })
      await become(postId, "private")()
      await settle()
      await delivered(killed, become(postId, "public"))
      for (const photoId of photos) {
        expect(await publicKeys(photoId)).toEqual([
          `public/${photoId}/2-320.avif`,
          `public/${photoId}/2-640.jpg`,
        ])
        expect(JSON.stringify(await Photo.get(ada, { photoId }))).not.toContain("/api/media/")
      }
      const { photos: shown } = await Post.get(visitor(), { postId })
      for (const { url } of shown.flatMap(({ variants }) => variants))
        expect((await fetch(url)).status).toBe(200)
    })
    expect(kills).toBeGreaterThan(8)
  })

  it("a photo is taken out of a post: gone with rows and files, the history says what was said once", async () => {
    const kills = await killedEverywhere(async (killed) => {
      const [kept, removed] = [await copy(), await copy()]
      const { id: postId } = await given.post(ada, { photos: [kept, removed], caption: "Both" })
      await delivered(killed, () => Post.edit(ada, { postId, photos: [{ photoId: kept }], caption: "One" }))
      expect(await objectsOf(removed, ada.userId)).toEqual([])
      expect(await itemsAbout(removed)).toEqual([])
      expect((await publicKeys(kept)).length).toBe(2)
      expect((await Post.history(ada, { postId })).items.map(({ caption }) => caption)).toEqual(["Both"])
    })
    expect(kills).toBeGreaterThan(8)
  })

  it("an account is closed: no post of it is left in the public", async () => {
    const author = await given.person()
    const source = await given.copies(author)
    const photoId = await source()
    const { id: postId } = await given.post(author, { photos: [photoId] })
    const kills = await killedEverywhere(async (killed) => {
      expect(await publicKeys(photoId)).toHaveLength(2)
      await delivered(killed, () => User.update(author, { private: true }))
      expect(await publicKeys(photoId)).toEqual([])
      expect((await Post.byIds([postId]))[0]?.audience).toBe("followers")
      expect((await itemsAbout(author.userId)).filter((key) => key.endsWith("SWEEP"))).toEqual([])
      await User.update(author, { private: false })
      await settle()
    })
    expect(kills).toBeGreaterThan(20)
  })
})
