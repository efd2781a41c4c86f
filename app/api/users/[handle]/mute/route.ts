import { route } from "@/app/_server/route"
import { Block } from "@/core/block"

export const PUT = route(Block.mute)
export const DELETE = route(Block.unmute)
