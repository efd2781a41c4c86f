import { route } from "@/app/_server/route"
import { Block } from "@/core/block"

export const PUT = route(Block.block)
export const DELETE = route(Block.unblock)
