import { createRequire } from "node:module"
import { NextRequest } from "next/server.js"
import { cookieName, seal } from "../app/_server/session-cookie"
import type { UserActor } from "../core/actor"
import { config } from "../core/config"
import { ageMark } from "../core/identity/identity.schema"
import { routeOf } from "./routes"

// next-auth asks Next for what the request carries; here it is asked of the request itself. One at a time.
const next = createRequire(import.meta.url)("next/headers") as Record<string, unknown>
let current: { headers: Headers; cookies: Map<string, string> }
next.headers = async () => current.headers
next.cookies = async () => ({
  getAll: () => [...current.cookies].map(([name, value]) => ({ name, value: decodeURIComponent(value) })),
})

/** A browser without pages: it keeps cookies, and follows redirects between our routes and other sites. */
export class Browser {
  readonly cookies = new Map<string, string>()
  /** Every `set-cookie` that our routes sent, as it was. */
  readonly set: string[] = []
  /** What a CDN adds to whatever it sends. */
  readonly added: Record<string, string> = {}
  /** Whether its person says so, on leaving for a provider. */
  oldEnough = true

  /** One that is signed in already. */
  static async of(person: UserActor): Promise<Browser> {
    const browser = new Browser()
    browser.cookies.set(cookieName(), await seal({ sid: person.sessionId }))
    return browser
  }

  /** Sends one request to our real route handler; cookies go along and are kept. */
  async send(url: string, form?: Record<string, string>): Promise<Response> {
    const target = new URL(url, config.settings.siteUrl)
    const { file, params } = routeOf(target.pathname)
    const headers = new Headers({ ...this.added, "user-agent": "vitest", cookie: this.cookie() })
    if (form) headers.set("content-type", "application/x-www-form-urlencoded")
    const method = form ? "POST" : "GET"
    const body = form && new URLSearchParams(form).toString()
    const request = new NextRequest(target, { method, headers, ...(body && { body }) })
    current = { headers, cookies: new Map(this.cookies) }
    const handler = (await file.load())[method]
    if (!handler) throw new Error(`${file.pattern} has no ${method}`)
    const response = await handler(request, { params: Promise.resolve(params) })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  /** Presses “Continue with …”. @returns the provider's address, where the browser goes now */
  async leaveFor(provider: string, callbackUrl = "/"): Promise<string> {
    const { csrfToken } = (await (await this.send("/api/auth/csrf")).json()) as { csrfToken: string }
    const form = { csrfToken, callbackUrl: callbackUrl + (this.oldEnough ? ageMark : ""), json: "true" }
    const answer = await this.send(`/api/auth/signin/${provider}`, form)
    return ((await answer.json()) as { url: string }).url
  }

  /** Consents at the provider. @returns the address of ours that it sends the browser back to */
  async consent(authorize: string): Promise<string> {
    const answer = await fetch(authorize, { redirect: "manual" })
    return answer.headers.get("location") ?? ""
  }

  /** Leaves for a provider and comes back. @returns the page of ours where it ends, without the origin */
  async through(provider: string, callbackUrl?: string): Promise<string> {
    return this.land(await this.consent(await this.leaveFor(provider, callbackUrl)))
  }

  /** Follows redirects among our routes. @returns the first address that is none of them */
  async land(url: string): Promise<string> {
    const { origin } = new URL(config.settings.siteUrl)
    let place = url
    while (place.startsWith(`${origin}/api/`)) {
      const answer = await this.send(place)
      place = answer.headers.get("location") ?? `${answer.status}`
    }
    return place.startsWith(`${origin}/`) ? place.slice(origin.length) : place
  }

  private cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  }

  private keep(line: string) {
    this.set.push(line)
    const [pair = "", ...attributes] = line.split("; ")
    const [name = "", value = ""] = pair.split(/=(.*)/s)
    if (value === "" || attributes.includes("Max-Age=0")) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
