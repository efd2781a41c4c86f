/** Where the service worker puts them: public/sw.js. */
const shared = "shared-photos"
/** Whoever opens compose later may be somebody else, or have forgotten. Milliseconds. */
const lasts = 3600_000

/** Takes over the photos that were shared with the site from elsewhere on this device; each is had once. */
export async function takeSharedFiles(): Promise<File[]> {
  if (!("caches" in globalThis) || !(await caches.has(shared))) return []
  const cache = await caches.open(shared)
  const files: File[] = []
  for (const request of await cache.keys()) {
    const response = await cache.match(request)
    // Of two that look at once, one has it.
    if (!(await cache.delete(request)) || !response) continue
    const { headers } = response
    if (Date.now() - Number(headers.get("x-shared-at")) > lasts) continue
    const name = decodeURIComponent(headers.get("x-name") ?? "")
    files.push(new File([await response.blob()], name, { type: headers.get("content-type") ?? "" }))
  }
  return files
}
