import { createHash } from "node:crypto"

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** The same value with its keys in order and nothing that is undefined; lists stay as they are. */
function sorted(value: unknown): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (value && typeof value === "object") {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]))
  }
  return value as Json
}

/** JSON that is the same, byte for byte, for the same value. */
export const canonical = (value: unknown): string => `${JSON.stringify(sorted(value), null, 2)}\n`

/** A list without its order: sorted by what its entries say, the same entry once. */
export function asSet<T>(entries: readonly T[]): T[] {
  const known = new Map(entries.map((entry) => [canonical(entry), entry]))
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}

export const hashOf = (value: unknown) => createHash("sha256").update(canonical(value)).digest("hex")
