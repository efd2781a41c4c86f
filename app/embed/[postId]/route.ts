import { asEmbedPage } from "@/app/_server/outside/embed"
import { route } from "@/app/_server/route"
import { Embed } from "@/core/embed"

export const GET = route(Embed.page, { respond: asEmbedPage, anonymous: true })
