import { readSignedLink } from "../../../core/explain/signed-link"
import { fine, type Step, unknown } from "../step"

export const signedLink: Step = {
  asks: "Had the link ended that somebody followed?",
  async look({ about }) {
    const link = about ? readSignedLink(about) : undefined
    if (!link)
      return unknown(
        "Nobody said which link: --of takes it.",
        "Storage refuses links that have ended with 403, and tells no log of ours.",
      )
    const { signedAt, expiresAt, seconds } = link
    const found = `Signed at ${signedAt}, good for ${seconds} s, until ${expiresAt}`
    if (Date.parse(expiresAt) > Date.now()) return fine(found)
    return {
      is: "cause",
      found,
      means:
        "Signed addresses are made anew by /api/media for everybody who may see the photo, and are not to be kept.",
      cause: `An expired link: it was good for ${seconds} s, until ${expiresAt}.`,
      next: `explain ${link.photoId ?? "<id>"}`,
    }
  },
}
