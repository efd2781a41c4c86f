import { S3Error } from "../http/error"
import type { S3Context, S3Request } from "../http/types"
import { announcedTrailers, type ChecksumName, type Checksums, checksumsIn } from "./checksums"
import { decodeChunks } from "./chunked"
import type { Body } from "./receive"

const MAX_OBJECT_BYTES = 5 * 1024 ** 3

/**
 * The body of a request as its headers describe it: framing taken off, everything declared about it expected.
 * @param extra algorithms to compute beside those the client names.
 * @throws S3Error when the headers do not make a body.
 */
export function requestBody(request: S3Request, context: S3Context, extra: ChecksumName[] = []): Body {
  const { headers, authentication } = request
  const payload = authentication.payloadHash
  const chunked = payload.startsWith("STREAMING-")
  const size = bodySize(headers, chunked)
  const declared = checksumsIn(headers)
  const announced = announcedTrailers(headers)
  let trailing: Checksums = {}

  const onTrailers = (trailers: Record<string, string>) => {
    trailing = checksumsIn(trailers)
    for (const name of announced) {
      if (trailing[name] === undefined)
        throw new S3Error("MalformedTrailerError", "The request is missing a trailer.")
    }
  }
  const chain = payload.startsWith("STREAMING-AWS4-") ? context.verifier.chunkChain(authentication) : null
  request.proceed()
  const raw = rawBody(request)
  return {
    source: chunked ? decodeChunks(raw, chain, onTrailers) : raw,
    algorithms: [...Object.keys(declared), ...announced, ...extra] as ChecksumName[],
    expected: () => ({
      size,
      sha256: /^[0-9a-f]{64}$/.test(payload) ? payload : undefined,
      md5: contentMd5(headers),
      checksums: { ...declared, ...trailing },
    }),
  }
}

/** The bytes of a request. Giving up on them must not close the connection that the refusal goes out on. */
export function rawBody(request: Pick<S3Request, "http">): AsyncIterable<Uint8Array> {
  return request.http.iterator({ destroyOnReturn: false })
}

function bodySize(headers: Record<string, string>, chunked: boolean): number {
  const decoded = headers["x-amz-decoded-content-length"]
  if (!chunked && headers["transfer-encoding"] !== undefined) {
    throw new S3Error(
      "NotImplemented",
      "A header you provided implies functionality that is not implemented",
      {
        Header: "Transfer-Encoding",
      },
    )
  }
  const declared = chunked ? decoded : headers["content-length"]
  if (declared === undefined || !/^\d+$/.test(declared)) {
    throw new S3Error("MissingContentLength", "You must provide the Content-Length HTTP header.")
  }
  const size = Number(declared)
  if (size > MAX_OBJECT_BYTES) {
    throw new S3Error("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", {
      ProposedSize: size,
      MaxSizeAllowed: MAX_OBJECT_BYTES,
    })
  }
  return size
}

function contentMd5(headers: Record<string, string>): string | undefined {
  const value = headers["content-md5"]
  if (value === undefined) return undefined
  if (Buffer.from(value, "base64").length !== 16) {
    throw new S3Error("InvalidDigest", "The Content-MD5 you specified was invalid.")
  }
  return value
}
