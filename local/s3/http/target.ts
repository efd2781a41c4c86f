import { encodeStrictly } from "./encoding"
import { S3Error } from "./error"

const MAX_KEY_BYTES = 1024

/** What a path-style request line points at. `path` is the canonical path that signatures cover. */
export type Target = { bucket: string; key: string; path: string; query: URLSearchParams }

/**
 * Splits a raw request target into bucket, key and query. Never goes through `URL`, which would resolve the
 * `..` that a key may hold.
 * @throws S3Error `InvalidURI` when it cannot be decoded, `KeyTooLongError` above 1024 bytes.
 */
export function parseTarget(raw: string): Target {
  const mark = raw.indexOf("?")
  const rawPath = mark < 0 ? raw : raw.slice(0, mark)
  const query = new URLSearchParams(mark < 0 ? "" : raw.slice(mark + 1))
  if (!rawPath.startsWith("/")) throw new S3Error("InvalidURI", "Couldn't parse the specified URI.")
  const segments = rawPath.slice(1).split("/").map(decode)
  const [bucket = "", ...rest] = segments
  const key = rest.join("/")
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new S3Error("KeyTooLongError", "Your key is too long", {
      Size: Buffer.byteLength(key),
      MaxSizeAllowed: MAX_KEY_BYTES,
    })
  }
  return { bucket, key, path: `/${segments.map(encodeStrictly).join("/")}`, query }
}

/** Reads the `x-amz-copy-source` header: `/bucket/key` or `bucket/key`, percent-encoded. */
export function parseCopySource(header: string): { bucket: string; key: string } {
  const [path = "", query = ""] = header.split("?")
  const version = new URLSearchParams(query).get("versionId")
  if (version !== null && version !== "null") throw new S3Error("NoSuchVersion")
  const source = decode(path).replace(/^\//, "")
  const slash = source.indexOf("/")
  if (slash < 1 || slash === source.length - 1) {
    throw new S3Error(
      "InvalidArgument",
      "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
    )
  }
  return { bucket: source.slice(0, slash), key: source.slice(slash + 1) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error("InvalidURI", "Couldn't parse the specified URI.")
  }
}
