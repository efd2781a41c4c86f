import { Post } from "../../../core/post"
import { photoFaults } from "../../integrity/photos"
import { some } from "../../number"
import { fine, type Step, unknown } from "../step"

const idIn = /(pst|pho)_[0-7][0-9A-HJKMNP-TV-Z]{25}/

/** Of the photo or post that somebody complains of: whether the CDN's copies are as they should be. */
export const copies: Step = {
  asks: "Are the copies that the CDN reads as they should be?",
  async look(scene) {
    const id = idIn.exec(scene.about ?? "")?.[0]
    if (!id) return unknown("Nobody said of which photo or post: --of takes its address.")
    await scene.link()
    const photos = id.startsWith("pho")
      ? [id]
      : (await Post.byIds([id])).flatMap((row) => row.photos.map(({ photoId }) => photoId))
    const faults = (await Promise.all(photos.map(photoFaults))).flat()
    const [first] = faults
    if (!first) return fine(`Those of ${some(photos.length, "photo")} are.`)
    return {
      is: "cause",
      found: faults.map(({ what, found }) => `${what}: ${found}`).join("; "),
      means: "The CDN shows what lies there, whatever the table says.",
      cause: `${first.what}: ${first.found}.`,
      next: "integrity repair --of photos",
      ...(first.repair
        ? {
            remedy: {
              change: faults.map(({ what, remedy }) => `${what}: ${remedy}`).join("; "),
              apply: async () =>
                (
                  await Promise.all(faults.map(async ({ what, repair }) => `${what}: ${await repair?.()}`))
                ).join("; "),
            },
          }
        : {}),
    }
  },
}
