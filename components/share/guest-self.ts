import type { GuestSelf } from "@/components/api/guests"

const place = "guest"

/** Who this browser sent photos as before. */
export function knownGuest(): GuestSelf | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "null")
    if (typeof kept?.name === "string" && typeof kept?.key === "string") return kept
  } catch {
    // Nothing can be kept here, or something else was.
  }
  return undefined
}

/** Names a guest, and keeps it here where that is allowed. */
export function guestCalled(name: string): GuestSelf {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  const self = { name, key: knownGuest()?.key ?? random }
  try {
    localStorage.setItem(place, JSON.stringify(self))
  } catch {
    // Then it is kept by this page alone.
  }
  return self
}
