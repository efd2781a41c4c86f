import { examples } from "../scene"
import { fine, type Step } from "../step"
import { counted, tally } from "../tally"

/** What a file is refused for, in words. */
const faults: Record<string, string> = {
  unsupported: "is no picture that can be read",
  corrupt: "is damaged",
  empty: "has no bytes",
  too_large: "has too many bytes",
  too_many_pixels: "has too many pixels",
  timeout: "took too long to decode",
  mismatch: "is not what the browser said that it would send",
}

export const processing: Step = {
  asks: "Were photos refused when they were processed?",
  async look({ lines }) {
    const failed = await lines("image-processing", '{ $.message = "photo failed" }')
    const [first] = tally(failed, ({ reason }) => String(reason))
    if (!first) return fine("No photo was refused for what it is.")
    const photos = [...new Set(first.lines.map((line) => String(line.photo_id)))]
    return {
      is: "cause",
      found: `${failed.length} were: ${counted(failed, ({ reason }) => String(reason))}`,
      means: "Its owner is told why. It is the file, and trying again changes nothing.",
      evidence: examples(first.lines),
      cause: `A poison photo: ${photos.slice(0, 3).join(", ")} ${faults[first.value] ?? "failed"} (${first.value}).`,
      next: `explain ${photos.at(-1)}`,
      times: failed.length,
    }
  },
}
