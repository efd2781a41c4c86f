import { asSitemap } from "@/app/_server/outside/sitemap"
import { route } from "@/app/_server/route"
import { Sitemap } from "@/core/sitemap"

export const GET = route(Sitemap.day, { respond: asSitemap, anonymous: true })
