import { newestSecret, secretVersions, sign } from "../secret"

const hash = (version: { id: string; value: string }, email: string) =>
  `${version.id}#${sign(version.value, email.toLowerCase())}`

/** The keyed hash that a new address is stored under. */
export const emailHash = (email: string) => hash(newestSecret("EmailKey"), email)

/** Every hash that an address may be stored under, newest key first. */
export const emailHashes = (email: string) =>
  secretVersions("EmailKey").map((version) => hash(version, email))
