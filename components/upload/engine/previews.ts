import type { Desk } from "./desk-state"

/**
 * Gives back the memory of pictures that nothing shows any more.
 * @returns a function to be called whenever the desk has changed
 */
export function previewKeeper() {
  let known = new Set<string>()
  return ({ posts }: Desk) => {
    const now = new Set(posts.flatMap(({ items }) => items.map(({ preview }) => preview)))
    for (const preview of known) if (!now.has(preview)) URL.revokeObjectURL(preview)
    known = now
  }
}
