/** So many entries are one step: it may be cut off and is done again. */
const inStep = 100

export function chunksOf<T>(entries: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let at = 0; at < entries.length; at += inStep) chunks.push(entries.slice(at, at + inStep))
  return chunks
}
