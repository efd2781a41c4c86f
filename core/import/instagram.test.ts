import { expect, it } from "vitest"
import { given } from "../../testing/given"
import { ended, sent } from "../../testing/imports"
import { instagramArchive } from "../../testing/instagram"
import { plannedOf } from "../../testing/plan"
import { planted, plantedFiles } from "../../testing/planted"
import { slow } from "../../testing/slow"
import { Post } from "../post"
import { instagram } from "./instagram"

const picture = (name: string) => ({ uri: `media/posts/202001/${name}.jpg`, bytes: Buffer.from(name) })

it("a post of which nothing says when it was made has no time, and keeps its place", async () => {
  const posts = [
    { at: 60, title: "later", media: [picture("a")] },
    { at: 5, title: "early", media: [picture("b")] },
    { title: "second", media: [picture("c")] },
    { title: "first", media: [picture("d")] },
  ]
  const { planned } = await plannedOf(instagram, [instagramArchive(posts)])
  expect(planned.map((one) => one.kind === "post" && [one.caption, one.at])).toEqual([
    ["first", undefined],
    ["second", undefined],
    ["early", 5000],
    ["later", 60_000],
  ])
})

it("it stands at the time of its photo's clock", slow, async () => {
  const ada = await given.person()
  const media = [{ uri: "media/posts/202001/1.jpg", bytes: await plantedFiles.jpeg() }]
  const { id } = await sent(ada, [instagramArchive([{ title: "One", media }])])
  await ended(ada, id)
  const [post] = await Post.newest(ada.userId, undefined, 9)
  expect(post?.createdAt).toBe(new Date(`${planted.camera.takenAt}+09:00`).toISOString())
})
