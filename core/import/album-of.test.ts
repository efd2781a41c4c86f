import { expect, it } from "vitest"
import { killedAfter } from "../../testing/faults"
import { given } from "../../testing/given"
import { ended, ledgerOf, sent } from "../../testing/imports"
import { slow } from "../../testing/slow"
import { album, takeoutArchive } from "../../testing/takeout"
import { Album } from "../album"
import { table } from "../table"
import { Import } from "./index"

const june = Date.UTC(2019, 5, 1) / 1000

/** Two albums of one name, with one photo and with two. */
async function archive() {
  const paths = ["Sea/1.jpg", "Sea(1)/2.jpg", "Sea(1)/3.jpg"]
  const shots = paths.map(async (path, i) => ({ path, bytes: await given.jpeg(), takenAt: june + i }))
  return takeoutArchive(await Promise.all(shots), [album("Sea", "The sea"), album("Sea(1)", "The sea")])
}

const albumsOf = async (by: Parameters<typeof Album.mine>[0]) =>
  (await Album.mine(by, {})).items.map(({ title, items }) => [title, items])

it("albums of one name stay two, and one that was made by hand meanwhile stays as it is", slow, async () => {
  const ada = await given.person()
  const { id } = await sent(ada, [await archive()])
  await Album.create(ada, { title: "The sea" })
  expect(await ended(ada, id)).toMatchObject({ state: "done", counts: { total: 5, imported: 5 } })
  expect(await albumsOf(ada)).toEqual([
    ["The sea", 0],
    ["The sea", 2],
    ["The sea", 1],
  ])
})

it("killed at every step, each album is made once, with all that is in it", slow, async () => {
  const ada = await given.person()
  const { id: importId } = await sent(ada, [await archive()])
  let cut = 0
  await ended(ada, importId, async () => {
    await killedAfter(++cut, () => Import.goOn(Date.now() + 20))
    await table().import.patch({ userId: ada.userId, importId }).set({ leaseUntil: 1 }).go()
  })
  expect((await ledgerOf(ada, importId)).map(({ outcome }) => outcome)).toEqual(Array(5).fill("imported"))
  expect((await albumsOf(ada)).sort()).toEqual([
    ["The sea", 1],
    ["The sea", 2],
  ])
})
