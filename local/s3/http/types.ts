import type { IncomingMessage } from "node:http"
import type { Readable } from "node:stream"
import type { Authentication } from "../auth/authenticate"
import type { Verifier } from "../auth/verifier"
import type { ObjectStore } from "../store/object-store"
import type { UploadStore } from "../store/upload-store"
import type { XmlValue } from "./xml"

/** One authenticated request. `headers` also holds the `x-amz-*` values a pre-signed URL carries in its query. */
export type S3Request = {
  id: string
  http: IncomingMessage
  method: string
  bucket: string
  key: string
  query: URLSearchParams
  headers: Record<string, string>
  authentication: Authentication
  /** Tells a client that sent `Expect: 100-continue` to go on; does nothing for others. */
  proceed(): void
}

/** What every operation works with. */
export type S3Context = {
  region: string
  verifier: Verifier
  objects: ObjectStore
  uploads: UploadStore
  buckets: string[]
  /** When the server started, ISO 8601. */
  started: string
  /** Throws `NoSuchBucket` for a bucket that is not configured. */
  requireBucket(name: string): void
}

/** What an operation answers; the server writes it. */
export type Reply = {
  status?: number
  headers?: Record<string, string | number>
  xml?: { root: string; content: { [name: string]: XmlValue | undefined } }
  body?: Readable
}

export type Operation = (request: S3Request, context: S3Context) => Promise<Reply> | Reply
