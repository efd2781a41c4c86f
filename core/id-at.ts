import { createHash } from "node:crypto"
import { encodeTime } from "ulid"
import { type Noun, prefixes } from "./id"

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/**
 * The id of something that was made elsewhere, at its own time, so that it stands where it belongs in lists by time. The
 * same words give the same id: what is brought in once more, after a crash say, is known by it.
 * @param at milliseconds since 1970; earlier counts as 1970, later than now as now
 * @param seed what tells it from everything else
 */
export function idAt(noun: Noun, at: number, ...seed: readonly string[]): string {
  const digest = createHash("sha256").update(seed.join("\n")).digest()
  const random = [...digest.subarray(0, 16)].map((byte) => alphabet[byte & 31]).join("")
  return `${prefixes[noun]}_${encodeTime(Math.min(Math.max(0, Math.floor(at)), Date.now()))}${random}`
}
