import { filterPattern, PatternProblem } from "../filter-pattern"
import { OpsProblem } from "../problem"

/**
 * Reads a filter pattern; without one every event fits.
 * @throws OpsProblem for what is none, with the place
 */
export function patternOf(text: string | undefined): (message: string) => boolean {
  try {
    return filterPattern(text ?? "")
  } catch (error) {
    if (error instanceof PatternProblem)
      throw new OpsProblem(`The filter pattern cannot be read.\n${error.message}`)
    throw error
  }
}
