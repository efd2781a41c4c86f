import "server-only"
import { randomBytes } from "node:crypto"
import { SecondFactor } from "@/core/second-factor"
import { Session } from "@/core/session"
import type { Held } from "./auth"
import { isSecure, readCookie } from "./cookie"

/** `__Host-` on https: no other host can set them, and they go to no other. */
const named = (name: string) => `${isSecure() ? "__Host-" : ""}${name}`

const line = (name: string, value: string, seconds: number) =>
  `${named(name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`

/** What this browser is known by at its next sign-in: what its cookie holds, or what it will hold. */
export function deviceIn(headers: Headers): string {
  const value = readCookie(headers.get("cookie"), named("device")) ?? ""
  return /^[\w-]{22}$/.test(value) ? value : randomBytes(16).toString("base64url")
}

/** That a first step was taken here, and by whom. */
export const ticketIn = (headers: Headers) => readCookie(headers.get("cookie"), named("second-step"))

/**
 * The cookies that a sign-in leaves: after the first of two steps, the ticket for the second; once somebody is in, what
 * the browser is known by.
 */
export function signInCookies({ newTicket, ticket, opened }: Held, device: string): string[] {
  if (newTicket) return [line("second-step", newTicket, SecondFactor.ticketSeconds)]
  if (!opened) return []
  return [line("device", device, Session.deviceSeconds), ...(ticket ? [line("second-step", "", 0)] : [])]
}
