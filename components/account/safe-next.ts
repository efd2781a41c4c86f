const anywhere = "https://site.invalid"

/**
 * Where to go after signing in, when the address may be trusted: a path on this site and nothing else.
 * @param next what `?next=` said
 * @returns the path with its query, or undefined
 */
export function safeNext(next: string | string[] | undefined): string | undefined {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, anywhere)) return undefined
  const { origin, pathname, search, hash } = new URL(next, anywhere)
  // "/.//host" is a path to the parser and another host to the address bar.
  if (origin !== anywhere || pathname.startsWith("//")) return undefined
  return pathname + search + hash
}
