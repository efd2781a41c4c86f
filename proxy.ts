import { randomBytes } from "node:crypto"
import { type NextRequest, NextResponse } from "next/server"
import createIntlMiddleware from "next-intl/middleware"
import {
  dataPolicy,
  embedPolicy,
  pagePolicy,
  securityHeaders,
  statusPolicy,
} from "./app/_server/security-headers"
import { config as settings } from "./core/config"
import { routing } from "./i18n/routing"

const localise = createIntlMiddleware(routing)

/** Visitors' pages may be shared for a moment, and for longer when the site does not answer. */
const shared = "public, max-age=0, s-maxage=10, stale-while-revalidate=30, stale-if-error=3600"
const personal = "private, no-store"

/** Before every answer: the language of a page, its nonce, and the headers that protect it. */
export default function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  if (pathname === "/share") return toCompose()
  if (embed.test(pathname)) return embedded()
  if (status.test(pathname)) return answerWith(statusPolicy)
  return data.test(pathname) ? answerWith(dataPolicy) : page(request)
}

/** What is no page: the API, feeds for readers, sitemaps, what is shown offline. */
const data = /^\/(health$|offline$|api(\/|$)|[ut]\/[^/]+\/feed\.(xml|json)$|sitemap\.xml$|sitemaps\/)/
const embed = /^\/embed\//
const link = /^(\/ja)?\/s\//
const status = /^(\/ja)?\/status$|^\/status\.json$/

/** Shared from a phone whose service worker is not there yet: the photos have to be chosen once more. */
const toCompose = () => protect(NextResponse.redirect(new URL("/upload", settings.settings.siteUrl), 303))

function answerWith(policy: string) {
  const response = NextResponse.next()
  response.headers.set("content-security-policy", policy)
  return protect(response)
}

/** A post in a frame of any site. */
function embedded() {
  const response = protect(NextResponse.next())
  response.headers.delete("x-frame-options")
  response.headers.set("content-security-policy", embedPolicy(origins()))
  return response
}

const origins = () => {
  const { siteUrl, storageOrigin, privateMediaOrigin } = settings.settings
  const storage = [storageOrigin, privateMediaOrigin].filter(Boolean).join(" ")
  return { site: siteUrl, media: new URL(settings.mediaUrl).origin, storage }
}

function page(request: NextRequest) {
  const nonce = randomBytes(16).toString("base64")
  const policy = pagePolicy(nonce, origins())
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  request.headers.set("x-nonce", nonce)
  request.headers.set("x-path", request.nextUrl.pathname)
  request.headers.set("content-security-policy", policy)
  const response = localise(request)
  response.headers.set("content-security-policy", policy)
  const throughLink = link.test(request.nextUrl.pathname)
  response.headers.set("cache-control", throughLink || isPersonal(request) ? personal : shared)
  protect(response)
  // Its address is its key: it goes to no other site, and into no index.
  if (throughLink) {
    response.headers.set("referrer-policy", "no-referrer")
    response.headers.set("x-robots-tag", "noindex, nofollow")
  }
  return response
}

const isPersonal = (request: NextRequest) =>
  request.headers.has("authorization") ||
  request.cookies.has("session") ||
  request.cookies.has("__Host-session")

function protect(response: NextResponse) {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
  return response
}

/** Everything but Next's own assets and the public files, which lie at the root: a handle may end like a file. */
export const config = { matcher: ["/((?!_next/|[^/]+\\.(?:ico|svg|png|jpg|webmanifest|txt|js)$).*)"] }
