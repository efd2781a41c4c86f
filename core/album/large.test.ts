import { expect, it } from "vitest"
import { spent } from "../../testing/budget"
import { given } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { slowWithin } from "../../testing/slow"
import { newId } from "../id"
import { table } from "../table"
import { now } from "../time"
import { Album } from "./index"
import { rankAfter } from "./rank"

// The embedded table reads a partition whole at each write: thousands of rows in one take it minutes on a slow machine.
const filled = slowWithin(900_000)

it("a page of ten thousand photos costs what a page of thirty does, wherever it is", filled, async () => {
  const ada = await given.person()
  const posts = await Promise.all(Array.from({ length: 30 }, () => writtenPost(ada)))
  const small = await Album.create(ada, { title: "Small" })
  const large = await Album.create(ada, { title: "Large" })
  for (const { id } of [small, large]) await Album.addItems(ada, { albumId: id, postIds: posts })
  const read = async (albumId: string, cursor?: string) =>
    spent(() => Album.items({ ...ada, read: new Map() }, { albumId, cursor, limit: 24 }))
  const before = await read(small.id)

  // In the order by hand; their posts are gone by now.
  let rank = (await Album.albumRows([large.id])).get(large.id)?.lastRank
  const addedAt = now()
  const rows = Array.from({ length: 10_000 }, () => {
    rank = rankAfter(rank)
    return { albumId: large.id, postId: newId("post"), rank, userId: ada.userId, addedAt }
  })
  await table().albumItem.put(rows).go({ concurrent: 8 })
  await table()
    .album.patch({ albumId: large.id })
    .set({ items: 10_030, lastRank: rank ?? "" })
    .go()

  const first = await read(large.id)
  expect(first.requests).toBe(before.requests)
  expect(first.read).toBeLessThanOrEqual(before.read + 1)
  const [last = "", penultimate = ""] = [...posts].reverse()
  const { requests, write } = await spent(() =>
    Album.order(ada, { albumId: large.id, postIds: [last], to: "first" }),
  )
  expect(requests).toBeLessThan(20)
  expect(write).toBeLessThan(20)
  const shown = (await Album.items(ada, { albumId: large.id })).items.map(({ id }) => id)
  expect([shown[0], shown.includes(penultimate)]).toEqual([last, false])
  const added = await writtenPost(ada)
  const { requests: forOne } = await spent(() => Album.addItem(ada, { albumId: large.id, postId: added }))
  expect(forOne).toBeLessThan(20)
  expect((await Album.get(ada, { albumId: large.id })).items).toBe(10_031)
})
