import { encodeKey } from "../http/encoding"
import { S3Error } from "../http/error"

const MAX_ENTRIES = 1000

/** Reads a limit such as `max-keys`: 1000 at the most, 1000 when not given. */
export function readLimit(query: URLSearchParams, name: string): number {
  const text = query.get(name)
  if (text === null || text === "") return MAX_ENTRIES
  if (!/^\d{1,10}$/.test(text)) {
    throw new S3Error("InvalidArgument", `Provided ${name} not an integer or within integer range`, {
      ArgumentName: name,
      ArgumentValue: text,
    })
  }
  return Math.min(Number(text), MAX_ENTRIES)
}

/** How keys are written in a list: percent-encoded when the client asked for `encoding-type=url`. */
export function keyEncoding(query: URLSearchParams): {
  encode: (key: string) => string
  EncodingType?: string
} {
  const type = query.get("encoding-type")
  if (type === null) return { encode: (key) => key }
  if (type !== "url") throw new S3Error("InvalidArgument", "Invalid Encoding Method specified in Request")
  return { encode: encodeKey, EncodingType: "url" }
}
