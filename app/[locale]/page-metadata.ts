import type { Metadata } from "next"
import { channelPath } from "@/app/_server/outside/channel-facts"
import { absolute } from "@/app/_server/outside/post-facts"
import { wordsIn } from "@/app/_server/outside/words"
import { site } from "@/app/_server/site"
import { getPathname } from "@/i18n/navigation"
import { isLocale } from "@/i18n/path"
import { routing } from "@/i18n/routing"

export type PageImage = { url: string; width: number; height: number; alt: string }

type Page = {
  locale: string
  /** The page's path without its language. */
  path: string
  /** Without the site's name; the first page has none. */
  title?: string
  description: string
  /** What others show beside a link to it. */
  image?: PageImage
  type?: "website" | "article" | "profile"
  /** Where feed readers follow it, without an ending: `/u/ada` has `/u/ada/feed.xml`. */
  channel?: string
  /** Whether other sites may show it in a frame. */
  embeddable?: boolean
  /** Whether search engines are asked to leave it out. */
  unlisted?: boolean
}

/** The mark alone, for pages that show nobody's photo in particular. */
const mark = () => ({ url: "/social.png", width: 1200, height: 630, alt: site.name })

/**
 * What a page tells search engines, feed readers and whoever shows a link to it: its own address, that of its other
 * language, and where else it is to be had.
 */
export function pageMetadata(page: Page): Metadata {
  const { locale, path, title, description, type = "website", unlisted = false } = page
  const address = (language: string) => site.url + getPathname({ href: path, locale: language })
  const languages = Object.fromEntries(routing.locales.map((language) => [language, address(language)]))
  const image = page.image ?? (type === "website" ? mark() : undefined)
  return {
    title: title ?? { absolute: site.name },
    description,
    alternates: {
      canonical: address(locale),
      languages: { ...languages, "x-default": address(routing.defaultLocale) },
      types: elsewhere(page),
    },
    openGraph: {
      type,
      siteName: site.name,
      title: title ?? site.name,
      description,
      url: address(locale),
      locale: locale === "ja" ? "ja_JP" : "en_US",
      images: image && [image],
    },
    twitter: { card: image && image.width >= 600 ? "summary_large_image" : "summary" },
    ...(unlisted ? { robots: { index: false } } : {}),
  }
}

/** The feeds and the oEmbed answer of a page, for whoever looks for them in its head. */
function elsewhere({ locale, path, title = "", channel, embeddable }: Page) {
  const lang = isLocale(locale) ? locale : routing.defaultLocale
  const t = wordsIn(lang)
  const feed = (ending: "xml" | "json", name: string) =>
    channel ? [{ url: absolute(channelPath(channel, ending, lang)), title: name }] : []
  const page = encodeURIComponent(absolute(getPathname({ href: path, locale: lang })))
  return {
    "application/rss+xml": feed("xml", t("rssOf", { title })),
    "application/feed+json": feed("json", t("jsonFeedOf", { title })),
    "application/json+oembed": embeddable ? [{ url: absolute(`/api/oembed?url=${page}`), title }] : [],
  }
}
