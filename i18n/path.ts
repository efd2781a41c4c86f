import { type Locale, routing } from "./routing"

/** An address of the site without its language. */
export type Href = string | { pathname: string; query?: Record<string, string> | "" }

const prefixOf = (locale: string) => (locale === routing.defaultLocale ? "" : `/${locale}`)

/** An address in a language: English without a prefix, the others below their own. */
export function getPathname({ href, locale }: { href: Href; locale: string }): string {
  const { pathname, query } = typeof href === "string" ? { pathname: href } : href
  const path = prefixOf(locale) + pathname
  const search = query ? `?${new URLSearchParams(query)}` : ""
  // Japanese begins at /ja, without a slash at the end.
  return (path.length > 1 ? path.replace(/\/(?=$|[?#])/, "") : path) + search
}

/** The opposite: an address without its language. */
export function withoutLocale(path: string): string {
  const [, first = ""] = path.split("/")
  return isLocale(first) ? path.slice(first.length + 1) || "/" : path
}

export const isLocale = (value: unknown): value is Locale =>
  routing.locales.some((locale) => locale === value)
