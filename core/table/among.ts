/** How many rows one look at a range may read: marks of a page lie close together, but for people who like a lot. */
const inRange = 150

type Among = {
  /** Reads the ids of up to `count` marks that lie between two ids, both included, in order. */
  between: (first: string, last: string, count: number) => Promise<string[]>
  /** Reads which of these ids are marked, one by one. */
  each: (ids: string[]) => Promise<string[]>
}

/**
 * Which things of a page carry a mark of a person, a like say: one range query, and single reads for what it did not
 * reach, so that the cost stays bounded however many marks there are in between.
 * @returns the marked ids
 */
export async function marked(ids: readonly string[], { between, each }: Among): Promise<ReadonlySet<string>> {
  const sorted = [...new Set(ids)].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return new Set()
  if (sorted.length === 1) return new Set(await each(sorted))
  const found = await between(first, last, inRange)
  const reached = found.length < inRange ? last : (found.at(-1) ?? first)
  const left = sorted.filter((id) => id > reached)
  const rest = left.length > 0 ? await each(left) : []
  const page = new Set(sorted)
  return new Set([...found, ...rest].filter((id) => page.has(id)))
}
