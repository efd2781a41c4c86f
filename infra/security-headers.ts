import { named } from "./stage"

const header = (name: string, value: string) => ({ header: name, value, override: false })

/**
 * For every answer that has none of its own: files, pictures, what the gateway says. The app sets stricter ones, and
 * may be framed where it says so, which is why `x-frame-options` is left to it: browsers that know `frame-ancestors`
 * follow that.
 */
export const securityHeaders = new aws.cloudfront.ResponseHeadersPolicy("SecurityHeaders", {
  name: named("security-headers"),
  securityHeadersConfig: {
    strictTransportSecurity: {
      accessControlMaxAgeSec: 63_072_000,
      includeSubdomains: true,
      preload: true,
      override: false,
    },
    contentTypeOptions: { override: true },
    referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: false },
    contentSecurityPolicy: {
      // Not of scripts and workers: theirs would hold inside them.
      contentSecurityPolicy: "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
      override: false,
    },
  },
  customHeadersConfig: {
    items: [
      header("cross-origin-opener-policy", "same-origin"),
      header("permissions-policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"),
    ],
  },
})
