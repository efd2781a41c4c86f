import "server-only"
import { config } from "@/core/config"
import { same, secretVersions } from "@/core/secret"

/** Set by the CDN on every request, over whatever came; nothing else about an address is believed. */
export const addressHeader = "x-viewer-address"
export const cdnSecretHeader = "x-cdn-secret"

/** Whether a request came through the CDN. */
export function cameThroughCdn(headers: Headers): boolean {
  const given = headers.get(cdnSecretHeader)
  return given !== null && secretVersions("CdnSecret").some(({ value }) => same(given, value))
}

/** The caller's address where the CDN vouches for it; without a CDN all callers are one. */
export function addressFrom(headers: Headers): string {
  const address = headers.get(addressHeader)
  if (!config.settings.cdnSecretRequired || !address) return "unknown"
  return cameThroughCdn(headers) ? address : "unknown"
}
