import { median } from "./usage"

/** A file at one quality setting. */
export type Point = { quality: number; bytes: number; similarity: number }

const STEP = 4

/**
 * How many bytes a format takes to be as like the original as asked. It walks from a known point towards that, and
 * reads the bytes off between the two settings around it: encoders' settings are coarser than the comparison.
 */
export async function bytesAt(
  similarity: number,
  start: Point,
  encode: (quality: number) => Promise<Omit<Point, "quality">>,
): Promise<number> {
  const direction = start.similarity < similarity ? STEP : -STEP
  let last = start
  for (let quality = start.quality + direction; quality > 0 && quality <= 100; quality += direction) {
    const next = { quality, ...(await encode(quality)) }
    const isPast = (next.similarity - similarity) * direction >= 0
    if (isPast) return between(last, next, similarity)
    last = next
  }
  return last.bytes
}

/** Along a straight line of the logarithm of the bytes, which such curves nearly are over a short way. */
export function between(a: Point, b: Point, similarity: number): number {
  if (a.similarity === b.similarity) return median([a.bytes, b.bytes])
  const part = (similarity - a.similarity) / (b.similarity - a.similarity)
  return Math.exp(Math.log(a.bytes) + part * (Math.log(b.bytes) - Math.log(a.bytes)))
}
