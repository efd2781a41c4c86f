import type { Metadata } from "next"
import { site } from "@/app/_server/site"
import { getPathname } from "@/i18n/navigation"
import { routing } from "@/i18n/routing"

type Page = {
  locale: string
  /** The page's path without its language. */
  path: string
  /** Without the site's name; the first page has none. */
  title?: string
  description: string
  image?: { url: string; width: number; height: number; alt: string }
  type?: "website" | "article" | "profile"
}

/** What a page tells search engines and whoever shows a link to it: its own address, and that of its other language. */
export function pageMetadata({ locale, path, title, description, image, type = "website" }: Page): Metadata {
  const address = (language: string) => site.url + getPathname({ href: path, locale: language })
  const languages = Object.fromEntries(routing.locales.map((language) => [language, address(language)]))
  return {
    title: title ?? { absolute: site.name },
    description,
    alternates: {
      canonical: address(locale),
      languages: { ...languages, "x-default": address(routing.defaultLocale) },
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
    twitter: { card: image ? "summary_large_image" : "summary" },
  }
}
