import { asSitemapIndex } from "@/app/_server/outside/sitemap"
import { route } from "@/app/_server/route"
import { Sitemap } from "@/core/sitemap"

export const GET = route(Sitemap.index, { respond: asSitemapIndex, anonymous: true })
