import { expect, it } from "vitest"
import { given } from "../../testing/given"
import { Blocklist } from "../blocklist"
import { Case } from "../case"
import { Photo } from "../photo"
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
