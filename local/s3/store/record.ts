import { createHash } from "node:crypto"
import type { S3EventRecord } from "aws-lambda"
import type { Checksums } from "../body/checksums"

/** The address of an object. */
export type Address = { bucket: string; key: string }

/** An object as it stands: everything but its bytes, which lie in the blob it names. */
export type StoredObject = Address & {
  blob: string
  size: number
  /** Without quotes. */
  etag: string
  /** ISO 8601. */
  modified: string
  /** The system and user metadata to answer with. */
  headers: Record<string, string>
  checksums: Checksums
  checksumType: "FULL_OBJECT" | "COMPOSITE"
  /** The multipart upload it came from: lets a repeated completion be recognised. */
  uploadId?: string
}

/** The commit of one write or removal (`object: null`), with the events that are not yet handed over. */
export type CommitRecord = Address & { object: StoredObject | null; events: S3EventRecord[] }

/** A name for an address that is safe as a file name and as a map key, whatever the key holds. */
export function addressHash({ bucket, key }: Address): string {
  return createHash("sha256").update(`${bucket}/${key}`).digest("hex")
}
