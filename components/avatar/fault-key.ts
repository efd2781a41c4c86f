import type { Fault } from "@/components/upload/engine/upload"
import type { Refusal } from "@/components/upload/engine/uploads-state"

type FaultKey = "raw" | "unsupported" | "damaged" | "too_large" | "too_many_pixels" | "unreadable" | "ours"

/** The sentence about a photo that cannot stand beside a name, as a key of `avatar.fault`. */
export function faultKey(reason: Fault["reason"] | Refusal["reason"]): FaultKey {
  switch (reason) {
    case "raw":
    case "too_large":
    case "too_many_pixels":
    case "unreadable":
      return reason
    case "corrupt":
    case "empty":
    case "mismatch":
      return "damaged"
    case "timeout":
    case "never_arrived":
    case "internal":
    case "refused":
      return "ours"
    default:
      return "unsupported"
  }
}
