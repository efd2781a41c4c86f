import { readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { runInNewContext } from "node:vm"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { takeSharedFiles } from "./shared-files"

const site = "http://localhost:3000"
const source = readFileSync(
  path.join(fileURLToPath(new URL("../../..", import.meta.url)), "public/sw.js"),
  "utf8",
)
const keyOf = (request: Request | string) =>
  new URL(typeof request === "string" ? request : request.url, site).href

/** The part of a browser's caches that the worker and compose use. */
class Caches {
  private readonly stored = new Map<string, Map<string, Response>>()
  has = async (name: string) => this.stored.has(name)
  keys = async () => [...this.stored.keys()]
  delete = async (name: string) => this.stored.delete(name)
  match = async (request: Request | string) =>
    [...this.stored.values()].map((kept) => kept.get(keyOf(request))?.clone()).find((found) => found)
  open = async (name: string) => {
    const kept = this.stored.get(name) ?? new Map<string, Response>()
    this.stored.set(name, kept)
    return {
      keys: async () => [...kept.keys()].map((url) => new Request(url)),
      match: async (request: Request) => kept.get(request.url),
      put: async (request: string, response: Response) => void kept.set(keyOf(request), response),
      delete: async (request: Request) => kept.delete(request.url),
      addAll: async (requests: Request[]) => {
        for (const request of requests) kept.set(request.url, await fetched(request))
      },
    }
  }
  all = () => [...this.stored].map(([name, kept]) => [name, [...kept.keys()]])
}

let caches: Caches
/** What the network gives; undefined while there is none. */
let network: ((request: Request) => Response) | undefined
const asked: Request[] = []
const fetched = async (request: Request) => {
  asked.push(request)
  if (!network) throw new TypeError("Failed to fetch")
  return network(request)
}

type Listener = (event: Record<string, unknown>) => void
/** A worker that is installed and active. */
async function worker(language = "en-GB") {
  const listeners = new Map<string, Listener>()
  const self = {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    skipWaiting: async () => undefined,
    clients: { claim: async () => undefined },
    registration: { navigationPreload: { enable: async () => undefined } },
    navigator: { language },
    location: new URL("/sw.js", site),
  }
  class SiteRequest extends Request {
    constructor(url: string, init?: RequestInit) {
      super(new URL(url, site), init)
    }
  }
  runInNewContext(source, { self, caches, fetch: fetched, Request: SiteRequest, Response, URL, Date })
  for (const type of ["install", "activate"]) {
    let done: unknown
    listeners.get(type)?.({ waitUntil: (work: unknown) => (done = work) })
    await done
  }
  /** What the worker answers; undefined where it leaves the request alone. */
  return async (request: object): Promise<Response | undefined> => {
    let answer: Promise<Response> | undefined
    listeners.get("fetch")?.({ request, respondWith: (given: Promise<Response>) => (answer = given) })
    return answer
  }
}

const navigation = (path: string) => ({ url: site + path, method: "GET", mode: "navigate" })
const share = (files: File[]) => {
  const body = new FormData()
  for (const file of files) body.append("photos", file)
  return new Request(`${site}/share`, { method: "POST", body })
}

beforeEach(() => {
  caches = new Caches()
  asked.length = 0
  network = ({ url }) => new Response(`online ${url}`)
  vi.stubGlobal("caches", caches)
})
afterEach(() => vi.unstubAllGlobals())

describe("the service worker", () => {
  it("shows the offline page of the language where the site cannot be reached", async () => {
    const ask = await worker()
    expect(await (await ask(navigation("/u/ada")))?.text()).toContain("online")
    network = undefined
    expect(await (await ask(navigation("/u/ada")))?.text()).toBe(`online ${site}/offline`)
    expect(await (await ask(navigation("/ja")))?.text()).toBe(`online ${site}/offline?lang=ja`)
    expect(await (await ask(navigation("/jam")))?.text()).toBe(`online ${site}/offline`)
  })

  it("keeps nothing but the offline pages, fetched as nobody", async () => {
    await (await caches.open("left from before")).put("/", new Response("personal"))
    const ask = await worker()
    for (const path of ["/", "/settings/account", "/p/pst_1", "/notifications"]) await ask(navigation(path))
    expect(caches.all()).toEqual([["offline-1", [`${site}/offline`, `${site}/offline?lang=ja`]]])
    expect(asked.slice(0, 2).map(({ credentials }) => credentials)).toEqual(["omit", "omit"])
  })

  it("leaves everything alone but pages and what is shared", async () => {
    const ask = await worker()
    for (const request of [
      { url: `${site}/api/me`, method: "GET", mode: "cors" },
      { url: `${site}/api/posts`, method: "POST", mode: "cors" },
      { url: `${site}/media/public/pho_1/1-640.jpg`, method: "GET", mode: "no-cors" },
      { url: `${site}/upload`, method: "POST", mode: "navigate" },
    ]) {
      expect(await ask(request)).toBeUndefined()
    }
  })
})

describe("photos shared from a phone", () => {
  const photos = [
    new File(["one"], "夕暮れ.jpg", { type: "image/jpeg" }),
    new File(["two"], "b c.heic", { type: "image/heic" }),
  ]

  it("wait for compose, which has them once", async () => {
    const ask = await worker("ja-JP")
    const answer = await ask(share(photos))
    expect([answer?.status, answer?.headers.get("location")]).toEqual([303, `${site}/ja/upload`])
    const [first, second] = await Promise.all([takeSharedFiles(), takeSharedFiles()])
    const files = [...first, ...second]
    expect(files.map(({ name, type }) => [name, type]).sort()).toEqual([
      ["b c.heic", "image/heic"],
      ["夕暮れ.jpg", "image/jpeg"],
    ])
    expect((await Promise.all(files.map((file) => file.text()))).sort()).toEqual(["one", "two"])
    expect(await takeSharedFiles()).toEqual([])
  })

  it("are gone when nobody came for an hour", async () => {
    const ask = await worker()
    await ask(share(photos))
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3601_000 })
    expect(await takeSharedFiles()).toEqual([])
    vi.useRealTimers()
    expect(await takeSharedFiles()).toEqual([])
  })

  it("open compose also when nothing of them can be read", async () => {
    const ask = await worker()
    const broken = new Request(`${site}/share`, { method: "POST", body: "no form" })
    expect((await ask(broken))?.headers.get("location")).toBe(`${site}/upload`)
    expect(await takeSharedFiles()).toEqual([])
  })
})
