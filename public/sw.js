// The service worker. It shows a page of its own where the site cannot be reached, and takes the photos that a phone
// shares with the site. It keeps nothing of anybody: only the offline pages, which are the same for all, and shared
// photos until compose takes them over.

/** Counted up when the offline pages change. */
const offline = "offline-1"
const pages = { en: "/offline", ja: "/offline?lang=ja" }
/** Where compose looks for what was shared: components/upload/engine/shared-files.ts. */
const shared = "shared-photos"

self.addEventListener("install", (event) => event.waitUntil(keepPages()))
self.addEventListener("activate", (event) => event.waitUntil(begin()))

self.addEventListener("fetch", (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method === "POST" && pathname === "/share") event.respondWith(takeShared(request))
  else if (request.method === "GET" && request.mode === "navigate")
    event.respondWith(orOffline(event, pathname))
})

async function keepPages() {
  const cache = await caches.open(offline)
  // Fetched as nobody.
  await cache.addAll(
    Object.values(pages).map((page) => new Request(page, { credentials: "omit", cache: "reload" })),
  )
  await self.skipWaiting()
}

async function begin() {
  for (const name of await caches.keys()) if (name !== offline && name !== shared) await caches.delete(name)
  // The page is asked for while this worker still starts.
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

async function orOffline(event, pathname) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    const page = /^\/ja(\/|$)/.test(pathname) ? pages.ja : pages.en
    return (await caches.match(page, { ignoreVary: true })) ?? Response.error()
  }
}

async function takeShared(request) {
  const upload = self.navigator.language.startsWith("ja") ? "/ja/upload" : "/upload"
  try {
    const files = (await request.formData()).getAll("photos").filter((file) => typeof file !== "string")
    const cache = await caches.open(shared)
    const headers = (file) => ({
      "content-type": file.type,
      "x-name": encodeURIComponent(file.name),
      "x-shared-at": String(Date.now()),
    })
    await Promise.all(
      files.map((file, index) =>
        cache.put(`/share/${Date.now()}-${index}`, new Response(file, { headers: headers(file) })),
      ),
    )
  } catch {
    // No room on the device, or nothing that can be read: compose opens empty.
  }
  return Response.redirect(new URL(upload, self.location.origin), 303)
}
