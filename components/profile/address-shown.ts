/** An address as a person would say it: without scheme, `www.` and what stands at its end for machines. */
export function addressShown(url: string): string {
  const { host, pathname } = new URL(url)
  return host.replace(/^www\./, "") + readable(pathname).replace(/\/$/, "")
}

function readable(path: string): string {
  try {
    const text = decodeURI(path)
    // What turns the direction of text around could make one address look like another.
    return /[\s\p{C}]/u.test(text) ? path : text
  } catch {
    return path
  }
}
