/** Percent-encodes as RFC 3986 asks, which is what signatures are computed over. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Encodes a key as S3 does in event records and in lists with `encoding-type=url`: slashes stay, a space is `+`. */
export function encodeKey(key: string): string {
  return encodeStrictly(key).replace(/%2F/g, "/").replace(/%2A/g, "*").replace(/%20/g, "+")
}
