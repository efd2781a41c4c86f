import { createHash } from "node:crypto"
import { type IncomingMessage, request } from "node:http"
import { text } from "node:stream/consumers"
import { Sha256 } from "@aws-crypto/sha256-js"
import { SignatureV4 } from "@smithy/signature-v4"
import { CREDENTIALS } from "./names"

export type RawRequest = {
  method?: string
  /** Path and query as they go over the wire. */
  path: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export type RawResponse = { status: number; headers: IncomingMessage["headers"]; body: string; code: string }

/** Sends a request exactly as written. `code` is that of an S3 error document, or empty. */
export function send(
  url: string,
  { method = "GET", path, headers = {}, body }: RawRequest,
): Promise<RawResponse> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const hasLength = body !== undefined && headers["transfer-encoding"] === undefined
    const length: Record<string, string> = hasLength ? { "content-length": `${Buffer.byteLength(body)}` } : {}
    const outgoing = request({ hostname, port, method, path, headers: { ...length, ...headers } })
    outgoing.on("error", reject)
    outgoing.on("response", async (response) => {
      const answer = await text(response)
      const code = /<Code>(.*?)<\/Code>/.exec(answer)?.[1] ?? ""
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer, code })
    })
    outgoing.end(body)
  })
}

export type SigningOptions = {
  date?: Date
  region?: string
  service?: string
  accessKeyId?: string
  secretAccessKey?: string
  /** Headers that are sent without being signed. */
  unsigned?: string[]
}

/** A signer with the test's credentials. */
export function signer(options: SigningOptions = {}): SignatureV4 {
  const { accessKeyId = CREDENTIALS.accessKeyId, secretAccessKey = CREDENTIALS.secretAccessKey } = options
  return new SignatureV4({
    service: options.service ?? "s3",
    region: options.region ?? "us-east-1",
    credentials: { accessKeyId, secretAccessKey },
    sha256: Sha256,
    uriEscapePath: false,
  })
}

/** Signs a request in its headers and gives it back to be sent, or tampered with first. */
export async function signed(
  url: string,
  raw: RawRequest,
  options: SigningOptions = {},
): Promise<RawRequest> {
  const hash = createHash("sha256")
    .update(raw.body ?? "")
    .digest("hex")
  const headers = { host: new URL(url).host, "x-amz-content-sha256": hash, ...raw.headers }
  const request = await signer(options).sign(toRequest(url, raw, headers), {
    signingDate: options.date ?? new Date(),
    unsignableHeaders: new Set(options.unsigned ?? []),
  })
  return { ...raw, headers: request.headers }
}

/** Signs a request in its query. */
export async function presigned(
  url: string,
  raw: RawRequest,
  options: SigningOptions & { expiresIn?: number } = {},
): Promise<RawRequest> {
  const headers = { host: new URL(url).host, ...raw.headers }
  const request = await signer(options).presign(
    toRequest(url, raw, { ...headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" }),
    { signingDate: options.date ?? new Date(), expiresIn: options.expiresIn ?? 60 },
  )
  const query = new URLSearchParams(request.query as Record<string, string>)
  return { ...raw, headers, path: `${request.path}?${query.toString().replaceAll("+", "%20")}` }
}

function toRequest(url: string, { method = "GET", path, body }: RawRequest, headers: Record<string, string>) {
  const [pathname = "", search = ""] = path.split("?")
  const query = Object.fromEntries(new URLSearchParams(search))
  return { method, protocol: "http:", hostname: new URL(url).hostname, path: pathname, query, headers, body }
}
