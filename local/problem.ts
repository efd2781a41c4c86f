/** Something that the person at the keyboard can put right: the message says what and how, and no stack is shown. */
export class Problem extends Error {
  override readonly name = "Problem"
}

/** What the system said about a failed call, in a word where it has one (`EACCES`, `ENOSPC` …). */
export const reasonOf = (error: unknown) =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error)

/** What an error says, on one line. */
export const messageOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ").trim()
