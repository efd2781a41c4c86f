import { expect, it } from "vitest"
import { given, visitor } from "../../testing/given"
import { slow } from "../../testing/slow"
import { Draft } from "../draft"
import { Post } from "./index"

it("described posts are those all of whose photos have words, page by page", slow, async () => {
  const ada = await given.person()
  const photo = await given.copies(ada)
  const publish = async (...altTexts: string[]) => {
    const photos = await Promise.all(altTexts.map(async (altText) => ({ photoId: await photo(), altText })))
    const publication = await Draft.publish(ada, { photos })
    if (publication.status !== "published") throw new Error("the post waits")
    return publication.post.id
  }
  const described = [await publish("A heron"), await publish("A roof", "Its chimney")]
  for (const altTexts of [[""], ["A lake", ""], [" "], [""], [""], [""]]) await publish(...altTexts)
  described.push(await publish("A stream"))

  const found: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < 9; page++) {
    const input = { handle: ada.handle, described: "1", limit: 1, cursor } as const
    const { items, nextCursor } = await Post.byUser(visitor(), input)
    found.push(...items.map(({ id }) => id))
    if (!nextCursor) break
    cursor = nextCursor
    await expect(Post.byUser(visitor(), { handle: ada.handle, cursor })).rejects.toMatchObject({
      code: "invalid",
    })
  }
  // The first post that there was, by given.copies, is described too.
  expect(found.slice(0, 3)).toEqual(described.toReversed())
  expect(found).toHaveLength(4)
  await expect(
    Post.byUser(visitor(), { handle: ada.handle, described: "yes" as never }),
  ).rejects.toMatchObject({
    code: "invalid",
  })
})
