/** What the exit code of a command says to scripts. */
export const exit = { ok: 0, failed: 1, usage: 2, declined: 3, nothing: 4 } as const

/** Something that the operator can put right; shown without a stack. */
export class OpsProblem extends Error {
  /** @param hint what to do about it */
  constructor(
    message: string,
    readonly hint?: string,
    readonly code: number = exit.usage,
  ) {
    super(message)
    this.name = "OpsProblem"
  }
}

/** Whether an error, or what caused it, has one of these names: ElectroDB wraps what AWS said. */
export function isNamed(error: unknown, names: readonly string[]): boolean {
  if (!(error instanceof Error)) return false
  return names.includes(error.name) || isNamed(error.cause, names)
}
