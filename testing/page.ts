import { readdirSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import type { Metadata } from "next"
import { createFormatter, createTranslator } from "next-intl"
import { vi } from "vitest"
import { cookieName, seal } from "../app/_server/session-cookie"
import type { UserActor } from "../core/actor"
import en from "../messages/en"

export type Opened = { status: 200 | 307 | 308 | 404; location?: string }
type Params = Record<string, string | string[]>
type PageModule = {
  default: (props: unknown) => unknown
  generateMetadata?: (props: unknown) => Promise<Metadata>
}

/** Who asks, and what React's `cache` remembers for this one request. */
let request: { headers: Headers; cookie?: string; kept: Map<unknown, Map<string, unknown>> }

class Left extends Error {
  constructor(readonly answer: Opened) {
    super("the page went elsewhere")
  }
}
const leave = (status: Opened["status"]) => (location?: string) => {
  throw new Left({ status, ...(location ? { location } : {}) })
}

// What Next gives its pages, for one request at a time. Only what is around the product is replaced.
vi.doMock("react", async (actual) => ({
  ...(await actual<typeof import("react")>()),
  cache:
    (run: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const kept = request.kept.get(run) ?? new Map<string, unknown>()
      request.kept.set(run, kept)
      const key = JSON.stringify(args)
      if (!kept.has(key)) kept.set(key, run(...args))
      return kept.get(key)
    },
}))
vi.doMock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) =>
      name === cookieName() && request.cookie ? { name, value: request.cookie } : undefined,
  }),
}))
vi.doMock("next/server", async (actual) => ({
  ...(await actual<typeof import("next/server")>()),
  after: (run: () => void) => run(),
}))
vi.doMock("next/navigation", () => ({
  notFound: () => leave(404)(),
  redirect: leave(307),
  permanentRedirect: leave(308),
  useParams: () => ({}),
  usePathname: () => "/",
  useRouter: () => ({}),
  useServerInsertedHTML: () => undefined,
}))
vi.doMock("next-intl/server", () => ({
  getLocale: async () => "en",
  getMessages: async () => en,
  getNow: async () => new Date(),
  getTimeZone: async () => "UTC",
  getFormatter: async () => createFormatter({ locale: "en", timeZone: "UTC" }),
  getTranslations: async (of?: string | { namespace?: string }) =>
    createTranslator({
      locale: "en",
      timeZone: "UTC",
      messages: en,
      namespace: (typeof of === "object" ? of.namespace : of) as never,
    }),
}))

const root = fileURLToPath(new URL("../app/[locale]", import.meta.url))

/** Every page as Next finds it, without the language: `/u/[handle]`. */
export const pagePatterns: readonly string[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => `/${path.dirname(file).split(path.sep).join("/")}`.replace(/^\/\.$/, "/"))
  .sort()

/** The page that serves a path: words before parameters. */
export function patternOf(pathname: string): { pattern: string; params: Params } {
  const found = pagePatterns
    .flatMap((pattern) => {
      const params = paramsOf(pattern, pathname)
      return params ? [{ pattern, params }] : []
    })
    .sort((a, b) => rank(a.pattern) - rank(b.pattern))[0]
  if (!found) throw new Error(`No page serves ${pathname}.`)
  return found
}

const rank = (pattern: string) => (pattern.includes("[...") ? 100 : 0) + pattern.split("[").length

function paramsOf(pattern: string, pathname: string): Params | undefined {
  const [want, have] = [pattern.split("/").slice(1), pathname.split("/").slice(1)]
  const rest = want.at(-1)?.startsWith("[...") ?? false
  if (rest ? have.length < want.length : have.length !== want.length) return undefined
  const params: Params = {}
  for (const [index, part] of want.entries()) {
    const given = have[index] ?? ""
    if (part.startsWith("[...")) params[part.slice(4, -1)] = have.slice(index)
    else if (part.startsWith("[")) params[part.slice(1, -1)] = given
    else if (part !== given) return undefined
  }
  return params
}

/**
 * Opens a page as its server does: everything that it reads is read, nothing is drawn. Async components are followed
 * wherever they stand among children; others read nothing.
 * @param target path with query, without a language
 * @param as who is signed in
 */
export async function openPage(target: string, as?: UserActor): Promise<Opened> {
  const { page, props } = await asked(target, as)
  try {
    await Promise.all([page.generateMetadata?.(props), follow(page.default(props))])
    return { status: 200 }
  } catch (error) {
    if (error instanceof Left) return error.answer
    throw error
  }
}

/** What a page says of itself in its head. */
export async function headOf(target: string, as?: UserActor): Promise<Metadata> {
  const { page, props } = await asked(target, as)
  return (await page.generateMetadata?.(props)) ?? {}
}

async function asked(target: string, as?: UserActor) {
  const url = new URL(target, "http://site.test")
  const { pattern, params } = patternOf(url.pathname)
  request = {
    headers: new Headers({ "x-next-intl-locale": "en", "user-agent": "vitest" }),
    cookie: as && (await seal({ sid: as.sessionId })),
    kept: new Map(),
  }
  const page = (await import(path.join(root, pattern, "page.tsx"))) as PageModule
  const props = {
    params: Promise.resolve({ locale: "en", ...params }),
    searchParams: Promise.resolve(Object.fromEntries(url.searchParams)),
  }
  return { page, props }
}

type Element = { type: unknown; props: Record<string, unknown> }
const isElement = (node: unknown): node is Element =>
  typeof node === "object" && node !== null && "type" in node && "props" in node

async function follow(node: unknown): Promise<void> {
  const shown = await node
  if (Array.isArray(shown)) {
    await Promise.all(shown.map(follow))
    return
  }
  if (!isElement(shown)) return
  const { type, props } = shown
  const isAsync = typeof type === "function" && type.constructor.name === "AsyncFunction"
  if (isAsync) await follow((type as (props: unknown) => unknown)(props))
  else await Promise.all(Object.values(props).filter(holdsElements).map(follow))
}

const holdsElements = (value: unknown) => isElement(value) || (Array.isArray(value) && value.some(isElement))
