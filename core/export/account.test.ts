import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { Moderation } from "../moderation"
import { Photo } from "../photo"
import { Post } from "../post"
import { Export } from "./index"

const accountOf = async (userId: string) => JSON.stringify((await Export.gather(userId))?.account)

it("says nothing of a decision that came to nothing, as its owner was told nothing of it", async () => {
  const [ada, moderator] = [await given.person(), await given.moderator()]
  const { id } = await given.post(ada)
  const decide = (act: "dismiss" | "warn", reason: string) =>
    Moderation.decide(moderator, { targets: [id], act, rule: "spam", reason })
  const { decisions } = await decide("dismiss", "Bo reports out of envy")
  await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "Eve looks at it" })
  await decide("warn", "Not so often")
  await settle()
  const account = await accountOf(ada.userId)
  expect(account).toContain("moderation warn")
  expect(account).not.toMatch(/dismiss|Bo reports|Eve looks/)
})

it("says which posts are of guests, and what they called themselves", async () => {
  const ada = await given.person()
  const photo = async () => Photo.rows([await given.photo(ada)])
  const content = { photos: [], caption: "", visibility: "private", license: "all_rights_reserved" } as const
  const rest = { commentsAllowed: true, showCamera: false, location: "off" } as const
  for (const guest of [undefined, "Grandmother"]) {
    const photos = await photo()
    const held = photos.map(({ photoId }) => ({ photoId, altText: "" }))
    await Post.publish(ada.userId, { ...content, ...rest, photos: held, ...(guest ? { guest } : {}) }, photos)
  }
  expect(JSON.parse(await accountOf(ada.userId)).received.posts).toEqual([
    { id: "post-2", guest: "Grandmother" },
  ])
})
