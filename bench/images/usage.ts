/** What a piece of work took: seconds of all cores together, seconds of the clock, and the most memory in bytes. */
export type Usage = { cpu: number; wall: number; memory?: number }

/** The middle one of each figure, and the largest memory. @throws when there is none */
export function typical(usages: Usage[]): Usage {
  const memories = usages.flatMap(({ memory }) => memory ?? [])
  return {
    cpu: median(usages.map(({ cpu }) => cpu)),
    wall: median(usages.map(({ wall }) => wall)),
    ...(memories.length > 0 && { memory: Math.max(...memories) }),
  }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  if (low === undefined || high === undefined) throw new RangeError("There is nothing to take the middle of.")
  return (low + high) / 2
}
