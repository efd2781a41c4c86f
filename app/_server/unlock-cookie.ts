import "server-only"
import { Share } from "@/core/share"
import { isSecure, readCookie } from "./cookie"

/** `__Host-` on https: no other host can set it, and it goes to no other. */
export const unlockCookieName = () => `${isSecure() ? "__Host-" : ""}unlocked`

/** What the passwords of links left in this browser, or other client that keeps cookies. */
export function unlocksIn(headers: Headers): { unlocks?: readonly string[] } {
  const value = readCookie(headers.get("cookie"), unlockCookieName())
  return value ? { unlocks: value.split("~") } : {}
}

/** Keeps one proof more, where script cannot read it. */
export function unlocked(view: { proof: string } | undefined, { headers }: Request): Response {
  const answer = new Headers({ "cache-control": "private, no-store" })
  if (view) {
    const proofs = Share.withProof(unlocksIn(headers).unlocks, view.proof)
    const value = proofs.join("~")
    // Until the last of them ends: a link of an hour closes none of a week.
    const seconds = Math.max(1, Share.lastEndOf(proofs) - Math.floor(Date.now() / 1000))
    const secure = isSecure() ? "; Secure" : ""
    answer.set(
      "set-cookie",
      `${unlockCookieName()}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
    )
  }
  return new Response(null, { status: 204, headers: answer })
}
