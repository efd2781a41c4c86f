import { check, patience } from "./check"

/** Headers that a page must carry, and what is in them. */
const wanted: readonly [name: string, pattern: RegExp][] = [
  ["strict-transport-security", /max-age=\d{7,}/],
  ["content-security-policy", /script-src [^;]*'nonce-/],
  ["x-content-type-options", /^nosniff$/],
  ["referrer-policy", /./],
]

/** `curl -I https://your-domain.com`: do pages come through the CDN, and protected? */
export const headers = (site: string) =>
  check(`headers of ${new URL(site).host}`, async () => {
    const response = await fetch(site, { method: "HEAD", signal: AbortSignal.timeout(patience) })
    const through = response.headers.get("x-amz-cf-pop")
    const missing = wanted.filter(([name, pattern]) => !pattern.test(response.headers.get(name) ?? ""))
    const faults = [
      ...(response.status === 200 ? [] : [`status ${response.status}`]),
      ...(through ? [] : ["not through CloudFront"]),
      ...missing.map(([name]) => `${name} missing or weak`),
    ]
    const found = `${response.status} through ${through}, ${response.headers.get("x-cache") ?? "no x-cache"}`
    return faults.length > 0 ? { ok: false, found: faults.join(", ") } : { ok: true, found }
  })
