import { createHash } from "node:crypto"
import { Crc32, Crc32c, Crc64Nvme } from "@aws-sdk/checksums/crc"
import { S3Error } from "../http/error"

export const CHECKSUM_NAMES = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const
export type ChecksumName = (typeof CHECKSUM_NAMES)[number]
/** Base64 values by algorithm. */
export type Checksums = Partial<Record<ChecksumName, string>>

const HEADER_PREFIX = "x-amz-checksum-"
const BYTES: Record<ChecksumName, number> = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 }

/** A running checksum. */
export interface Running {
  update(chunk: Uint8Array): void
  base64(): Promise<string>
}

export function startChecksum(name: ChecksumName): Running {
  if (name === "SHA1" || name === "SHA256") {
    const hash = createHash(name.toLowerCase())
    return { update: (chunk) => void hash.update(chunk), base64: async () => hash.digest("base64") }
  }
  const crc = name === "CRC32" ? new Crc32() : name === "CRC32C" ? new Crc32c() : new Crc64Nvme()
  return {
    update: (chunk) => crc.update(chunk),
    base64: async () => Buffer.from(await crc.digest()).toString("base64"),
  }
}

/** Reads an algorithm's name as headers carry it. */
export function checksumName(text: string): ChecksumName {
  const name = CHECKSUM_NAMES.find((known) => known === text.toUpperCase())
  if (!name) {
    throw new S3Error(
      "InvalidRequest",
      "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]",
    )
  }
  return name
}

/**
 * Picks the checksums out of headers, trailers or form fields.
 * @throws S3Error `InvalidRequest` when a value cannot be one of that algorithm.
 */
export function checksumsIn(headers: Record<string, string>): Checksums {
  const found: Checksums = {}
  for (const name of CHECKSUM_NAMES) {
    const value = headers[HEADER_PREFIX + name.toLowerCase()]
    if (value === undefined) continue
    const bytes = Buffer.from(value, "base64")
    if (bytes.length !== BYTES[name] || bytes.toString("base64") !== value) {
      throw new S3Error(
        "InvalidRequest",
        `Value for ${HEADER_PREFIX}${name.toLowerCase()} header is invalid.`,
      )
    }
    found[name] = value
  }
  return found
}

/** The algorithms that the trailer of an aws-chunked body announces. */
export function announcedTrailers(headers: Record<string, string>): ChecksumName[] {
  const names = (headers["x-amz-trailer"] ?? "").split(",").map((name) => name.trim().toLowerCase())
  return names
    .filter((name) => name.startsWith(HEADER_PREFIX))
    .map((name) => checksumName(name.slice(HEADER_PREFIX.length)))
}

/** The headers that carry checksums in an answer. */
export function checksumHeaders(
  checksums: Checksums,
  type: "FULL_OBJECT" | "COMPOSITE",
): Record<string, string> {
  const entries = Object.entries(checksums).map(([name, value]) => [
    HEADER_PREFIX + name.toLowerCase(),
    value,
  ])
  return entries.length === 0 ? {} : { ...Object.fromEntries(entries), [`${HEADER_PREFIX}type`]: type }
}

/** The elements that carry checksums in an XML answer. */
export function checksumElements(checksums: Checksums): Record<string, string> {
  return Object.fromEntries(Object.entries(checksums).map(([name, value]) => [`Checksum${name}`, value]))
}
