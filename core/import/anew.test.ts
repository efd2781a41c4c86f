import { expect, it } from "vitest"
import { archiveOf, finished, zipsOf } from "../../testing/archive"
import { settle } from "../../testing/events"
import { given, type Person } from "../../testing/given"
import { ended, ledgerOf, sent } from "../../testing/imports"
import { slow } from "../../testing/slow"
import { Album } from "../album"
import { Draft } from "../draft"
import { Export } from "../export"
import { Post } from "../post"

async function taken(by: Person) {
  await Export.start(by, {})
  const view = await finished(by)
  return {
    zips: await zipsOf(by, view),
    manifest: String((await archiveOf(by, view)).get("manifest.json")),
  }
}

it(
  "an archive of ours that is brought in again brings nothing twice, and what was lost comes back",
  slow,
  async () => {
    const ada = await given.person()
    const photos = [await given.photo(ada), await given.photo(ada)]
    const { id: first } = await given.post(ada, { caption: "First", photos })
    await Post.edit(ada, { postId: first, caption: "First, changed" })
    const { id: second } = await given.post(ada, { caption: "Second", photos: [await given.photo(ada)] })
    await Draft.save(ada, { photos: [{ photoId: await given.photo(ada) }], caption: "Not yet" })
    const { id: outer } = await Album.create(ada, { title: "Outer" })
    const { id: inner } = await Album.create(ada, { title: "Inner", parentId: outer })
    await Album.addItems(ada, { albumId: inner, postIds: [first, second] })
    await settle()
    const before = await taken(ada)

    // Into the account that made it.
    const { id } = await sent(ada, before.zips)
    expect(await ended(ada, id)).toMatchObject({ state: "done" })
    const lines = await ledgerOf(ada, id)
    expect(lines.flatMap(({ path, reason }) => (path.startsWith("photos/") ? reason : []))).toEqual(
      Array(3).fill("already_here"),
    )
    expect((await taken(ada)).manifest).toBe(before.manifest)

    // Into another, anew: what went meanwhile comes back, an album with the post that is still here.
    const fresh = await given.person()
    await ended(fresh, (await sent(fresh, before.zips)).id)
    const [newest] = await Post.newest(fresh.userId, undefined, 1)
    await Post.remove(fresh, { postId: newest?.postId ?? "" })
    const [album] = (await Album.mine(fresh, {})).items.filter(({ title }) => title === "Inner")
    await Album.remove(fresh, { albumId: album?.id ?? "" })
    await settle()
    expect(await ended(fresh, (await sent(fresh, before.zips)).id)).toMatchObject({ state: "done" })
    await settle()
    expect((await taken(fresh)).manifest).toBe(before.manifest)
  },
)
