import type { Check } from "../verify/check"
import { type Comparison, compare } from "./compare"
import { rebuildVariants } from "./rebuild"
import { deleteScratch } from "./scratch"

/** Something that a table can be restored from. */
export type Source = {
  /** In words, for who is asked. */
  name: string
  asOf: Date
  restore(into: string): Promise<void>
}

export type RestoreDrill = Omit<Comparison, "restored" | "asOf" | "progress"> & {
  scratch: string
  source: Source
  /** How many photos are made anew from their originals. */
  photos: number
  say: (line: string) => void
}

/**
 * Restores into a table of its own, holds that against the live one, and deletes it again, however that went.
 * @returns what was found; any check that is not fine means that the backup is not
 */
export async function restoreDrill({
  scratch,
  source,
  photos,
  say,
  ...wanted
}: RestoreDrill): Promise<Check[]> {
  const began = Date.now()
  try {
    say(`Restoring ${source.name} into ${scratch} …`)
    await source.restore(scratch)
    const seconds = Math.round((Date.now() - began) / 1000)
    say(`Restored in ${seconds} s; comparing …`)
    const { checks, posts } = await compare({
      ...wanted,
      restored: scratch,
      asOf: source.asOf,
      progress: say,
    })
    const took = { name: "restored", ok: true, found: `${source.name} in ${seconds} s` }
    return [took, ...checks, await rebuildVariants(posts, photos)]
  } finally {
    await deleteScratch(wanted.client, scratch)
    say(`${scratch} is deleted.`)
  }
}
