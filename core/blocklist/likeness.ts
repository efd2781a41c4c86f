/** Two pictures are alike when at most so many of their 64 bits differ. */
export const alike = 7

/**
 * A hash in eight parts of eight bits. Of two hashes that differ in seven bits at most, one part at least is the same:
 * there are more parts than bits that differ. So whoever shares no part need not be compared.
 */
export const bandsOf = (dhash: string): { band: number; bits: string }[] =>
  Array.from({ length: 8 }, (_, band) => ({ band, bits: dhash.slice(band * 2, band * 2 + 2) }))

/** In how many bits two hashes differ. */
export function distance(a: string, b: string): number {
  let bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let count = 0
  for (; bits > 0n; bits &= bits - 1n) count++
  return count
}

/** Whether there is enough in a picture to know it by: a wall, a sky, a card of one colour look like every other. */
export function isTelling(dhash: string): boolean {
  const ones = distance(dhash, "0")
  return ones >= 10 && ones <= 54
}
