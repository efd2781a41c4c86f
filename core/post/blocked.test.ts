import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given, offer } from "../../testing/given"
import { Blocklist } from "../blocklist"
import { Case } from "../case"
import { Draft } from "../draft"
import { Moderation } from "../moderation"
import { Photo } from "../photo"
import { table } from "../table"
import { Post } from "./index"

const source = { why: "from the hotline", by: "test" }

it("a photo that was blocked since it came is not published, but shut away for a person to look at", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const bytes = await given.jpeg()
  const photoId = await given.photo(author, bytes)
  await Blocklist.add({ sha256: offer(bytes).sha256 }, source)
  const publish = () => given.post(author, { photos: [photoId] })
  await expect(publish()).rejects.toMatchObject({ code: "unprocessable", reason: "content_blocked" })
  expect(await Photo.get(author, { photoId })).toMatchObject({ state: "quarantined", reason: "blocked" })
  expect(await Case.get(photoId)).toMatchObject({ status: "open", kinds: ["blocked_content"], rank: "0" })
  await Moderation.decide(moderator, { targets: [photoId], act: "approve" })
  await publish()
})

it("neither is one that waited in a draft, also by its looks, until a person lets it go", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const photoId = await given.photo(author)
  const saved = await Draft.save(author, { photos: [{ photoId }], caption: "Later" })
  if (saved.status === "published") throw new Error("it is published")
  const [photo] = await Photo.rows([photoId])
  // A plain colour tells nothing by its looks: as if it were a picture of something.
  const dhash = "9f3a61c07be2d418"
  await table()
    .photo.patch({ photoId })
    .set({ dhash, state: "ready", updatedAt: photo?.updatedAt ?? "" })
    .go()
  await Blocklist.add({ sha256: "cd".repeat(32), dhash: "9f3a61c07be2d41b" }, source)
  const { id: draftId } = saved.draft
  const publish = () => Draft.publishDraft(author, { draftId })
  await expect(publish()).rejects.toMatchObject({ reason: "content_blocked" })
  await Moderation.decide(moderator, { targets: [photoId], act: "approve" })
  await settle()
  const done = await Draft.get(author, { draftId })
  expect(done).toMatchObject({ status: "published" })
  if (done.status === "published") await Post.get(author, { postId: done.post.id })
  await Promise.all(
    [`sha256:${"cd".repeat(32)}`, "dhash:9f3a61c07be2d41b"].map((hash) => Blocklist.remove(hash)),
  )
})
