import "server-only"
import type { SitemapDay, SitemapPage } from "@/core/sitemap/sitemap.schema"
import { routing } from "@/i18n/routing"
import { element, type Markup, xml } from "./markup"
import { absolute, pageAt } from "./post-facts"
import { sharedAnswer } from "./shared-answer"

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
const type = "application/xml"

/** The list of the days' sitemaps. */
export function sitemapIndex(days: readonly SitemapDay[]): string {
  const entries = days.map(({ day, changedAt }) =>
    element(
      "sitemap",
      {},
      element("loc", {}, absolute(`/sitemaps/${day}.xml`)),
      changedAt !== undefined && element("lastmod", {}, changedAt),
    ),
  )
  return xml(element("sitemapindex", { xmlns: namespace }, entries))
}

/** A day's posts, each with its photos, and whoever posted them. */
export function sitemapPage({ posts, people }: SitemapPage): string {
  return xml(
    element(
      "urlset",
      {
        xmlns: namespace,
        "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
        "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
      },
      people.map((handle) => address(`/u/${handle}`)),
      posts.map(({ id, changedAt, images }) =>
        address(
          `/p/${id}`,
          element("lastmod", {}, changedAt),
          ...images.map((image) => element("image:image", {}, element("image:loc", {}, image))),
        ),
      ),
    ),
  )
}

function address(path: string, ...more: Markup[]) {
  const languages = routing.locales.map((lang) =>
    element("xhtml:link", { rel: "alternate", hreflang: lang, href: pageAt(path, lang) }),
  )
  return element("url", {}, element("loc", {}, pageAt(path, routing.defaultLocale)), ...languages, ...more)
}

export const asSitemapIndex = (days: readonly SitemapDay[], request: Request) =>
  sharedAnswer(request, sitemapIndex(days), { type })
export const asSitemap = (page: SitemapPage, request: Request) =>
  sharedAnswer(request, sitemapPage(page), { type })
