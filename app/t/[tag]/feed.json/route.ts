import { asJsonFeed } from "@/app/_server/outside/json-feed"
import { route } from "@/app/_server/route"
import { Channel } from "@/core/channel"

export const GET = route(Channel.ofTag, { respond: asJsonFeed, anonymous: true })
