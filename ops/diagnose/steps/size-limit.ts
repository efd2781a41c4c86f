import { some } from "../../number"
import { examples } from "../scene"
import { fine, type Step } from "../step"

const tooLarge = '{ $.message = "request" && $.reason = "photo_too_large" }'

export const sizeLimit: Step = {
  asks: "Are photos larger than they may be?",
  async look({ linesOf }) {
    const [asked, sent] = await Promise.all([
      linesOf(["api"], tooLarge),
      linesOf(["image-processing"], '{ $.message = "photo failed" && $.reason = "too_large" }'),
    ])
    const lines = [...asked, ...sent]
    if (lines.length === 0) return fine("None was refused for its size.")
    return {
      is: "cause",
      found: `${asked.length} were refused before they were sent, ${sent.length} afterwards`,
      means: "The bound is `limits.photoBytes` of the stage's settings, 25 MB where they say nothing.",
      evidence: examples(lines),
      cause: `The limit of size: ${some(lines.length, "photo")} larger than photoBytes allows.`,
      next: "logs api --filter '{ $.status = 413 }'",
      times: lines.length,
    }
  },
}
