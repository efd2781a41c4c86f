import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given, offer } from "../../testing/given"
import { Blocklist } from "../blocklist"
import { Evidence } from "../evidence"
import { Photo } from "../photo"
import { Post } from "../post"
import { eraseDeleted } from "../stream/erase-deleted"
import { Moderation } from "./index"

it("what was quarantined is kept and blocked, also when its author deletes it before anything followed", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const bytes = await given.jpeg()
  const photoId = await given.photo(author, bytes)
  const { id: postId } = await given.post(author, { photos: [photoId] })
  const quarantine = { act: "quarantine", rule: "illegal", reason: "Not here." } as const
  const { decisions } = await Moderation.decide(moderator, { targets: [postId], ...quarantine })
  const id = decisions[0]?.id ?? ""
  // The deletion is told first, the decision late.
  const [row, [photo]] = [await Post.postRow(postId), await Photo.rows([photoId])]
  await Post.remove(author, { postId })
  await eraseDeleted.post({ ...row })
  await eraseDeleted.photo({ ...photo })
  await settle()
  expect((await Evidence.kept(`quarantine/${id}/${photoId}`))?.equals(bytes)).toBe(true)
  expect(await Blocklist.isBlocked(offer(bytes).sha256)).toBe(true)
  await Moderation.undo(moderator, { id, why: "It is theirs." })
  await settle()
  expect(await Blocklist.isBlocked(offer(bytes).sha256)).toBe(false)
})
