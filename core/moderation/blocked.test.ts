import { expect, it } from "vitest"
import { uploaded } from "../../testing/events"
import { killedEverywhere } from "../../testing/faults"
import { given } from "../../testing/given"
import { slow } from "../../testing/slow"
import { Blocklist } from "../blocklist"
import { Case } from "../case"
import { Draft } from "../draft"
import { Photo } from "../photo"
import { sweepUploads } from "../photo/sweep"
import { table } from "../table"
import { days, later, minutes } from "../time"
import { Moderation } from "./index"

it("a picture that looked like something blocked is in the queue again when its approval is taken back", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const photoId = await given.photo(author)
  const [row] = await Photo.rows([photoId])
  await Blocklist.add({ sha256: row?.sha256 ?? "" }, { why: "elsewhere", by: moderator.userId })
  await expect(given.post(author, { photos: [photoId] })).rejects.toMatchObject({ reason: "content_blocked" })
  const standing = async () => {
    const [photo] = await Photo.rows([photoId])
    return [photo?.state, (await Case.get(photoId))?.status]
  }
  expect(await standing()).toEqual(["quarantined", "open"])
  const { decisions } = await Moderation.decide(moderator, { targets: [photoId], act: "approve" })
  expect(await standing()).toEqual(["ready", "decided"])
  await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "By mistake." })
  expect(await standing()).toEqual(["quarantined", "open"])
})

const daysAgo = (photoId: string) =>
  table()
    .photo.patch({ photoId })
    .set({ state: "quarantined", updatedAt: later(-days(3)) })
    .go()

/** A photo that was held back days ago, and the draft that waits for it. */
async function heldBack() {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const { draftId, late } = await given.draft(author)
  const [{ photoId = "", upload, bytes } = {}] = late
  const [row] = await Photo.rows([photoId])
  await Blocklist.add({ sha256: row?.sha256 ?? "" }, { why: "elsewhere", by: moderator.userId })
  if (upload && bytes) await uploaded(upload, bytes)
  await daysAgo(photoId)
  return { author, moderator, draftId, photoId }
}

it(
  "the post that waits for one is published once it is approved, wherever the process is killed",
  slow,
  async () => {
    await killedEverywhere(async (killed) => {
      const { author, moderator, draftId, photoId } = await heldBack()
      await killed(() => Moderation.decide(moderator, { targets: [photoId], act: "approve" }))
      await sweepUploads(Date.now() + minutes(11) * 1000)
      const [photo] = await Photo.rows([photoId])
      expect((await Draft.get(author, { draftId })).status === "published").toBe(photo?.state === "ready")
    })
  },
)

it("approved after days, one has its day to be posted; taken back, its row is as it was", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const photoId = await given.photo(author)
  const row = async () => (await Photo.rows([photoId]))[0]
  await Blocklist.add({ sha256: (await row())?.sha256 ?? "" }, { why: "elsewhere", by: moderator.userId })
  await expect(given.post(author, { photos: [photoId] })).rejects.toMatchObject({ reason: "content_blocked" })
  await daysAgo(photoId)
  const before = await row()
  const { decisions } = await Moderation.decide(moderator, { targets: [photoId], act: "approve" })
  await sweepUploads()
  expect(await row()).toMatchObject({ state: "ready" })
  await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "By mistake." })
  expect(await row()).toEqual(before)
})
