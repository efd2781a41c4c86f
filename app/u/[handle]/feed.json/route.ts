import { asJsonFeed } from "@/app/_server/outside/json-feed"
import { route } from "@/app/_server/route"
import { Channel } from "@/core/channel"

export const GET = route(Channel.ofPerson, { respond: asJsonFeed, anonymous: true })
