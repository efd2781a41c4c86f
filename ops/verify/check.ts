/** One thing that was looked at. `ok` is undefined where the stage has no such thing. */
export type Check = { name: string; ok: boolean | undefined; found: string }

/** Looks, and takes whatever goes wrong for what was found. */
export async function check(name: string, look: () => Promise<Omit<Check, "name">>): Promise<Check> {
  try {
    return { name, ...(await look()) }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ""
    return { name, ok: false, found: `${error instanceof Error ? error.message : String(error)}${cause}` }
  }
}

export const skipped = (found: string) => ({ ok: undefined, found })

/** How long anything may take to answer, in milliseconds. */
export const patience = 10_000
