import { compareKeys, lowerBound } from "../store/key-order"

export type PageRequest = {
  prefix: string
  delimiter: string
  /** Entries after this one; a common prefix skips everything it stands for. */
  after: string
  limit: number
}

export type Page = {
  keys: string[]
  prefixes: string[]
  /** The last key or common prefix of the page when there is more to come. */
  next: string | null
}

/** Cuts one page out of sorted keys, rolling keys up to their common prefix where there is a delimiter. */
export function cutPage(sorted: readonly string[], { prefix, delimiter, after, limit }: PageRequest): Page {
  const keys: string[] = []
  const prefixes: string[] = []
  const start = compareKeys(after, prefix) > 0 ? after : prefix
  let last: string | null = null
  for (let at = lowerBound(sorted, start); at < sorted.length; at++) {
    const key = sorted[at] ?? ""
    if (!key.startsWith(prefix)) break
    const common = commonPrefix(key, prefix, delimiter)
    const entry = common ?? key
    if (compareKeys(key, after) <= 0 || entry === after || entry === last) continue
    if (keys.length + prefixes.length >= limit) return { keys, prefixes, next: limit > 0 ? last : null }
    if (common === null) keys.push(key)
    else prefixes.push(common)
    last = entry
  }
  return { keys, prefixes, next: null }
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | null {
  if (delimiter === "") return null
  const end = key.indexOf(delimiter, prefix.length)
  return end < 0 ? null : key.slice(0, end + delimiter.length)
}
