import { S3Error } from "../http/error"
import type { StoredObject } from "../store/record"

type Headers = Record<string, string>

/**
 * Checks the conditions of a GET or HEAD as RFC 9110 orders them.
 * @throws S3Error `PreconditionFailed` or `NotModified`.
 */
export function checkRead(headers: Headers, object: StoredObject): void {
  const { "if-match": match, "if-none-match": noneMatch } = headers
  if (match !== undefined) {
    if (!matches(match, object.etag)) throw failed("If-Match")
  } else if (changedSince(headers["if-unmodified-since"], object) === true) {
    throw failed("If-Unmodified-Since")
  }
  if (noneMatch !== undefined) {
    if (matches(noneMatch, object.etag)) throw notModified(object)
  } else if (changedSince(headers["if-modified-since"], object) === false) {
    throw notModified(object)
  }
}

/**
 * Checks the conditions of a write against what is there now.
 * @throws S3Error `PreconditionFailed`, `NoSuchKey` (If-Match on nothing) or `NotImplemented`.
 */
export function checkWrite(headers: Headers, current: StoredObject | undefined): void {
  const { "if-match": match, "if-none-match": noneMatch } = headers
  if (noneMatch !== undefined) {
    if (noneMatch.trim() !== "*") {
      throw new S3Error(
        "NotImplemented",
        "A header you provided implies functionality that is not implemented",
        {
          Header: "If-None-Match",
        },
      )
    }
    if (current) throw failed("If-None-Match")
  }
  if (match !== undefined) {
    if (!current) throw new S3Error("NoSuchKey", "The specified key does not exist.")
    if (!matches(match, current.etag)) throw failed("If-Match")
  }
}

/** Checks the `x-amz-copy-source-if-*` conditions; they all answer 412. */
export function checkCopySource(headers: Headers, source: StoredObject): void {
  const condition = (name: string) => headers[`x-amz-copy-source-if-${name}`]
  const [match, noneMatch] = [condition("match"), condition("none-match")]
  if (match !== undefined) {
    if (!matches(match, source.etag)) throw failed("x-amz-copy-source-If-Match")
  } else if (changedSince(condition("unmodified-since"), source) === true) {
    throw failed("x-amz-copy-source-If-Unmodified-Since")
  }
  if (noneMatch !== undefined) {
    if (matches(noneMatch, source.etag)) throw failed("x-amz-copy-source-If-None-Match")
  } else if (changedSince(condition("modified-since"), source) === false) {
    throw failed("x-amz-copy-source-If-Modified-Since")
  }
}

/** Whether a header's list of ETags, quoted or not, names this one. */
export function matches(list: string, etag: string): boolean {
  return list.split(",").some((entry) => {
    const wanted = entry.trim().replace(/^"(.*)"$/, "$1")
    return wanted === "*" || wanted === etag
  })
}

/** Null when there is no such condition, or no date in it: both are ignored. */
function changedSince(header: string | undefined, object: StoredObject): boolean | null {
  const since = Date.parse(header ?? "")
  if (Number.isNaN(since)) return null
  // HTTP dates have no milliseconds.
  return Math.floor(Date.parse(object.modified) / 1000) > Math.floor(since / 1000)
}

function failed(condition: string): S3Error {
  return new S3Error("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", {
    Condition: condition,
  })
}

function notModified(object: StoredObject): S3Error {
  return new S3Error(
    "NotModified",
    "Not Modified",
    {},
    {
      etag: `"${object.etag}"`,
      "last-modified": new Date(object.modified).toUTCString(),
    },
  )
}
