import type { MetadataRoute } from "next"
import { connection } from "next/server"
import { robots } from "./_server/outside/robots"
import { site } from "./_server/site"

/** What crawlers may read. The stage decides, so it is asked each time. */
export default async function robotsFile(): Promise<MetadataRoute.Robots> {
  await connection()
  return robots(site.crawling)
}
