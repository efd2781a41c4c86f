import "server-only"
import type { Place } from "@/core/actor"
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

/** Where the caller is, as the CDN has it from the address; nobody else is believed. Without a CDN nobody knows. */
export function placeFrom(headers: Headers): { place?: Place } {
  const country = headers.get("cloudfront-viewer-country")
  if (!config.settings.cdnSecretRequired || !country || !/^[A-Z]{2}$/.test(country)) return {}
  if (!cameThroughCdn(headers)) return {}
  const city = decoded(headers.get("cloudfront-viewer-city") ?? "").slice(0, 100)
  return { place: { country, ...(city ? { city } : {}) } }
}

/** The CDN writes what is not ASCII as in an address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ""
  }
}
