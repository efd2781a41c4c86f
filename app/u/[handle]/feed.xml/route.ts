import { asRss } from "@/app/_server/outside/rss"
import { route } from "@/app/_server/route"
import { Channel } from "@/core/channel"

export const GET = route(Channel.ofPerson, { respond: asRss, anonymous: true })
