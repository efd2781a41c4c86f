/** How many rows one look at a range may read: marks of a page lie close together, but for people who like a lot. */
const inRange = 150

type Among = {
  /** Reads up to `count` marks whose post ids lie between two, both included, in order. */
  between: (first: string, last: string, count: number) => Promise<{ postId: string }[]>
  /** Reads the marks of these posts one by one. */
  each: (postIds: string[]) => Promise<{ postId: string }[]>
}

/**
 * Which posts of a page carry a mark of a person, a like say: one range query, and single reads for what it did not
 * reach, so that the cost stays bounded however many marks there are in between.
 * @returns the marked posts' ids
 */
export async function marked(
  postIds: readonly string[],
  { between, each }: Among,
): Promise<ReadonlySet<string>> {
  const sorted = [...new Set(postIds)].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return new Set()
  const found = sorted.length === 1 ? await each(sorted) : await between(first, last, inRange)
  const reached = found.length < inRange ? undefined : found.at(-1)?.postId
  const left = reached === undefined || sorted.length === 1 ? [] : sorted.filter((id) => id > reached)
  const rest = left.length > 0 ? await each(left) : []
  const page = new Set(sorted)
  return new Set([...found, ...rest].map(({ postId }) => postId).filter((id) => page.has(id)))
}
