/** A pattern that cannot be read, and where. */
export class PatternProblem extends Error {
  /** @param at where in the pattern, counted from 0 */
  constructor(
    readonly why: string,
    readonly pattern: string,
    readonly at: number,
  ) {
    super(`${why}, at character ${at + 1}:\n  ${pattern}\n  ${" ".repeat(at)}^`)
    this.name = "PatternProblem"
  }
}
