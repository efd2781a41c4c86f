import { AsyncLocalStorage } from "node:async_hooks"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { createRequire } from "node:module"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { NextRequest } from "next/server.js"
import { config } from "../core/config"
import { Storage } from "../core/storage"
import { table } from "../core/table"
import { delivered, settle } from "./events"
import { routeOf } from "./routes"

type Answered = { status: number; body: string; type: string }

// next-auth asks Next for what the request carries; here it is asked of the request itself.
const next = createRequire(import.meta.url)("next/headers") as Record<string, unknown>
const asked = new AsyncLocalStorage<NextRequest>()
next.headers = async () => asked.getStore()?.headers
next.cookies = async () => asked.getStore()?.cookies

/**
 * The site's API over HTTP on loopback: our real route handlers, with photos and changes delivered as soon as they are
 * there. Pages are an empty one. Call it, and make its origin the `siteUrl`, before anything reads the settings.
 * @returns its origin; `faults` answers instead of the site, by `GET /path`
 */
export async function startSite() {
  const faults = new Map<string, Answered | "hang">()
  const seen = new Set<string>()
  const server = createServer((request, response) => {
    serve(request, response, faults, seen).catch((error) => response.writeHead(599).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin, faults, close }
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  faults: Map<string, Answered | "hang">,
  seen: Set<string>,
) {
  const url = new URL(incoming.url ?? "/", config.settings.siteUrl)
  const { method = "GET" } = incoming
  const fault = [...faults].find(([call]) => `${method} ${url.pathname}`.startsWith(call))?.[1]
  if (fault === "hang") return
  if (fault) return void outgoing.writeHead(fault.status, { "content-type": fault.type }).end(fault.body)
  if (!/^\/(api|health)/.test(url.pathname)) {
    return void outgoing.writeHead(200, { "content-type": "text/html" }).end("<html></html>")
  }
  await deliver(seen)
  const body = await buffer(incoming)
  const headers = Object.entries(incoming.headers).map(
    ([name, value]) => [name, String(value)] as [string, string],
  )
  const request = new NextRequest(url, {
    method,
    headers,
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  })
  const { file, params } = routeOf(url.pathname)
  const handler = (await file.load())[method]
  if (!handler) return void outgoing.writeHead(405).end()
  const response = await asked.run(request, async () => handler(request, { params: Promise.resolve(params) }))
  await settle()
  outgoing.writeHead(response.status, [...response.headers].flat())
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

/** Delivers the events of photos that arrived since the last request; other test files share the storage. */
async function deliver(seen: Set<string>) {
  const keys = await Storage.keys(config.originalsBucket, "incoming/")
  for (const key of keys.filter((one) => !seen.has(one))) {
    seen.add(key)
    const { data: mine } = await table()
      .photo.get({ photoId: key.split("/")[2] ?? "" })
      .go()
    if (!mine) continue
    await delivered(key, (await Storage.read(config.originalsBucket, key)).length)
  }
  await settle()
}
