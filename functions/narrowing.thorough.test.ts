import type { DynamoDBRecord } from "aws-lambda"
import { beforeAll, expect, it } from "vitest"
import { config } from "../core/config"
import { Post } from "../core/post"
import { Storage } from "../core/storage"
import { User } from "../core/user"
import { changes, settle } from "../testing/events"
import { during } from "../testing/faults"
import { given, type Person } from "../testing/given"
import { writtenPost } from "../testing/posts"
import { items } from "../testing/rows"
import { handler } from "./table-changed"

let ada: Person
let copy: () => Promise<string>
beforeAll(async () => {
  ada = await given.person()
  copy = await given.copies(ada)
})

const publicKeys = (photoId: string) =>
  Storage.keys(config.mediaBucket, Storage.variantPrefix("public", photoId))
const deliver = async (Records: DynamoDBRecord[]) =>
  expect(await handler({ Records })).toEqual({ batchItemFailures: [] })

it("what narrows and widens, replayed from the beginning, in other batches and backwards, changes nothing", async () => {
  await settle()
  const [photoId, other] = [await copy(), await copy()]
  const postId = await given.publish(ada, [photoId, other])
  const all: DynamoDBRecord[] = []
  const follow = async () => {
    for (let Records = await changes(); Records.length > 0; Records = await changes()) {
      all.push(...Records)
      await deliver(Records)
    }
  }
  await follow()
  for (const visibility of ["private", "public", "followers", "public"] as const) {
    await Post.edit(ada, { postId, visibility, caption: `For ${visibility}` })
    await follow()
  }
  await Post.edit(ada, { postId, photos: [{ photoId: other }] })
  await follow()
  const state = async () => ({
    // The rows of feeds are kept as long as the last opening that was delivered says.
    rows: (await items())
      .filter(({ __edb_e__ }) => __edb_e__ !== "photoGone")
      .map((item) => (item.__edb_e__ === "feedRow" ? { ...item, expires: undefined } : item)),
    keys: [await publicKeys(photoId), await publicKeys(other)],
  })
  const end = await state()
  expect(end.keys).toEqual([[], [`public/${other}/3-320.avif`, `public/${other}/3-640.jpg`]])
  for (const size of [all.length, 1, 3]) {
    for (let at = 0; at < all.length; at += size) await deliver(all.slice(at, at + size))
  }
  for (const record of [...all].reverse()) await deliver([record])
  await settle()
  expect(await state()).toEqual(end)
})

it("an account with very many posts that is closed goes on where it was cut off", async () => {
  const author = await given.person()
  const ids: string[] = []
  for (let n = 0; n < 120; n++) ids.push(await writtenPost(author))
  await settle()
  await User.update(author, { private: true })
  let cut = 0
  await during(
    async ({ name }, next) => {
      if (name === "TransactWriteItemsCommand" && ++cut === 70) throw new Error("the function's time is over")
      return next()
    },
    async () => {
      for (let Records = await changes(); Records.length > 0; Records = await changes())
        await handler({ Records })
    },
  )
  const audiences = async () => (await Post.byIds(ids)).map(({ audience }) => audience)
  expect(new Set(await audiences())).toEqual(new Set(["public", "followers"]))
  // The change that failed is lost; what is unfinished is found a minute later.
  expect(await Post.resumeSweeps()).toBe(0)
  expect(await Post.resumeSweeps(Date.now() + 61_000)).toBe(1)
  await settle()
  expect(new Set(await audiences())).toEqual(new Set(["followers"]))
  expect(await Post.resumeSweeps(Date.now() + 61_000)).toBe(0)
})
