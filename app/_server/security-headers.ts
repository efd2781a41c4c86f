/** `storage` may name several, with spaces between them. */
type Origins = { site: string; media: string; storage: string }

/**
 * The Content-Security-Policy of a page. Scripts run by nonce alone; WebAssembly is allowed for image decoders.
 * @param nonce fresh for each rendering
 */
export function pagePolicy(nonce: string, { site, media, storage }: Origins): string {
  const eval_ = process.env.NODE_ENV === "production" ? "" : " 'unsafe-eval'"
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${eval_}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob: data: ${media} ${storage}`,
    `connect-src 'self' blob: ${media} ${storage}`,
    "worker-src 'self' blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(site.startsWith("https://") ? ["upgrade-insecure-requests"] : []),
  ].join("; ")
}

/** Of answers that are no pages: nothing may be loaded by them. */
export const dataPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Of the status page: its own style, and the site's icon. */
export const statusPolicy = `${dataPolicy}; img-src 'self'`

/** Of a post in a frame, the one thing here that any site may frame: pictures, and no script at all. */
export const embedPolicy = ({ media, storage }: Pick<Origins, "media" | "storage">) =>
  [
    "default-src 'none'",
    `img-src 'self' ${media} ${storage}`,
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
  ].join("; ")

/** On every answer; what any site may frame goes without `x-frame-options`. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
}
