import { S3Error } from "../http/error"

const SYSTEM = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
]
const USER_PREFIX = "x-amz-meta-"
const MAX_USER_BYTES = 2048
const HEADER_SAFE = /^[\t\x20-\x7e\x80-\xff]*$/

/**
 * Picks the metadata that S3 keeps with an object out of headers or form fields.
 * @throws S3Error `MetadataTooLarge` above 2 KiB of user metadata, `InvalidArgument` for a value no header can carry.
 */
export function metadataIn(headers: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {}
  let userBytes = 0
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(USER_PREFIX)) {
      userBytes += Buffer.byteLength(name) - USER_PREFIX.length + Buffer.byteLength(value)
      kept[checkName(name)] = encodeUserValue(value)
    } else if (SYSTEM.includes(name)) {
      const stored = name === "content-encoding" ? withoutFraming(value) : value
      if (!HEADER_SAFE.test(stored)) throw new S3Error("InvalidArgument", `The value of ${name} is invalid.`)
      if (stored !== "") kept[name] = stored
    }
  }
  if (userBytes > MAX_USER_BYTES) {
    throw new S3Error("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", {
      Size: userBytes,
      MaxSizeAllowed: MAX_USER_BYTES,
    })
  }
  return kept
}

/** A form field may have a name that no header can have. */
function checkName(name: string): string {
  if (!/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) {
    throw new S3Error("InvalidArgument", "A metadata name holds characters that are not allowed.")
  }
  return name
}

/** Form fields hold any text; headers do not. S3 answers with such values encoded after RFC 2047. */
function encodeUserValue(value: string): string {
  if (HEADER_SAFE.test(value)) return value
  return `=?UTF-8?B?${Buffer.from(value).toString("base64")}?=`
}

/** `aws-chunked` describes the transfer, not the object. */
function withoutFraming(encoding: string): string {
  return encoding
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "aws-chunked")
    .join(",")
}
