/** Compares keys as S3 lists them: by their UTF-8 bytes, which differs from JavaScript's order above U+D7FF. */
export function compareKeys(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length)
  for (let at = 0; at < shorter; at++) {
    const a = left.charCodeAt(at)
    const b = right.charCodeAt(at)
    if (a !== b) return rank(a) - rank(b)
  }
  return left.length - right.length
}

/** Lifts surrogates above the rest of the basic plane, where their code points belong. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit > 0xdfff ? unit - 0x800 : unit + 0x2000
}

/** The position of the first of `sorted` that is not below `bound`. */
export function lowerBound(sorted: readonly string[], bound: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareKeys(sorted[middle] ?? "", bound) < 0) low = middle + 1
    else high = middle
  }
  return low
}
