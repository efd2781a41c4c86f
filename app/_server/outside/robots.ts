import "server-only"
import type { MetadataRoute } from "next"
import { getPathname } from "@/i18n/path"
import { routing } from "@/i18n/routing"
import { absolute } from "./post-facts"

/** Pages that are somebody's own, or lead nowhere for who is nobody. */
const own = "drafts forgot notifications reset saved search settings upload verify".split(" ")

/**
 * Crawlers that collect what they read to train models, by the names under which their makers say they can be kept out.
 * Those that answer a person's question or show a link are not among them.
 */
const trainers = [
  "AI2Bot",
  "Amazonbot",
  "Applebot-Extended",
  "Bytespider",
  "CCBot",
  "ClaudeBot",
  "Diffbot",
  "FacebookBot",
  "Google-Extended",
  "GPTBot",
  "ImagesiftBot",
  "Meta-ExternalAgent",
  "Omgilibot",
  "PanguBot",
  "Timpibot",
  "anthropic-ai",
  "cohere-training-data-crawler",
  "img2dataset",
]

type Crawling = { stage: string; allowAiTraining: boolean }

/** The rules of robots.txt: a stage where the product is tried out is closed to all, and trainers where not let in. */
export function robots({ stage, allowAiTraining }: Crawling): MetadataRoute.Robots {
  if (stage !== "production" && stage !== "local") return { rules: { userAgent: "*", disallow: "/" } }
  const closed = own.flatMap((page) =>
    routing.locales.map((locale) => getPathname({ href: `/${page}`, locale })),
  )
  const open = ["/", "/api/oembed", "/api/media/"]
  return {
    rules: [
      { userAgent: "*", allow: open, disallow: ["/api/", ...closed] },
      ...(allowAiTraining ? [] : [{ userAgent: trainers, disallow: "/" }]),
    ],
    sitemap: absolute("/sitemap.xml"),
  }
}
