import { asOembed } from "@/app/_server/outside/oembed"
import { route } from "@/app/_server/route"
import { Embed } from "@/core/embed"

export const GET = route(Embed.oembed, { respond: asOembed, anonymous: true })
