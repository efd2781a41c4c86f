import { setTimeout as sleep } from "node:timers/promises"

/** Something that is not as it should be. */
export type Fault = {
  kind:
    | "original_missing"
    | "variants_missing"
    | "copies_missing"
    | "copies_exposed"
    | "object_orphaned"
    | "counter_drift"
  /** The photo, post, person or object. */
  what: string
  found: string
  /** What a repair does, in words; without it somebody has to think. */
  remedy?: string
  /** Looks again and puts it right. @returns what it did */
  repair?: () => Promise<string>
}

/**
 * Faults that are there at a second look as well: things that happen take several steps, and indexes lag behind.
 * @param pause milliseconds between the two
 */
export async function lasting(look: () => Promise<Fault[]>, pause: number): Promise<Fault[]> {
  const first = await look()
  if (first.length === 0) return []
  await sleep(pause)
  const nameOf = ({ kind, what, found }: Fault) => `${kind} ${what} ${found}`
  const known = new Set(first.map(nameOf))
  return (await look()).filter((fault) => known.has(nameOf(fault)))
}
