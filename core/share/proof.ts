import { newestSecret, same, secretVersions, sign } from "../secret"
import { days, epoch } from "../time"
import type { ShareRow } from "./share.access"

/** How long a password need not be shown again. */
const lifetime = days(7)
/** So many links stay open in one browser; the oldest is asked for its password again. */
const most = 16

/**
 * What the right password leaves in the browser: for this link, for the password that it has now, until a time. The
 * password's own hash is signed with it, so that a changed password ends it.
 */
export function proofOf(link: ShareRow): string {
  const end = link.endsAt ? Math.floor(Date.parse(link.endsAt) / 1000) : Number.POSITIVE_INFINITY
  const expires = Math.min(epoch(lifetime), end)
  const key = newestSecret("TokenKey")
  const signed = sign(key.value, words(link, expires))
  return [idIn(link), expires.toString(36), key.id, signed].join(".")
}

const idIn = ({ shareId }: ShareRow) => shareId.slice(4)
const words = ({ hash, passwordHash = "" }: ShareRow, expires: number) =>
  `unlocked\n${hash}\n${passwordHash}\n${expires}`

/** Whether one of these proves that the link's password was known. */
export const isProven = (link: ShareRow, proofs: readonly string[] = []) =>
  proofs.slice(0, most).some((proof) => proves(proof, link))

function proves(proof: string, link: ShareRow): boolean {
  const [id, time = "", keyId, signed = ""] = proof.split(".")
  const expires = Number.parseInt(time, 36)
  if (id !== idIn(link) || !(expires > epoch())) return false
  const key = secretVersions("TokenKey").find((version) => version.id === keyId)
  return key !== undefined && same(signed, sign(key.value, words(link, expires)))
}

/** When the last of some proofs ends, in seconds since 1970. */
export const lastEndOf = (proofs: readonly string[]): number =>
  Math.max(...proofs.map((proof) => Number.parseInt(proof.split(".")[1] ?? "", 36) || 0))

/** The proofs that a browser has, with one more, in the place of an older one for the same link. */
export function withProof(proofs: readonly string[] = [], added: string): string[] {
  const [id] = added.split(".")
  return [added, ...proofs.filter((proof) => proof.split(".")[0] !== id)].slice(0, most)
}
