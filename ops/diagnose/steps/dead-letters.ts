import { countLetters } from "../../dlq"
import { fine, type Step } from "../step"

export const deadLetters: Step = {
  asks: "Are there dead letters?",
  async look({ stage }) {
    const counts = Object.entries(await countLetters(stage)).filter(([, count]) => count > 0)
    if (counts.length === 0) return fine("There are none.")
    const found = counts.map(([name, count]) => `${count} of ${name}`).join(", ")
    return {
      is: "cause",
      found,
      means:
        "What should have followed from these events did not, and will not before somebody sends them again.",
      cause: `Dead letters wait: ${found}.`,
      next: "dlq list",
      times: counts.reduce((sum, [, count]) => sum + count, 0),
    }
  },
}
