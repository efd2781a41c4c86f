import { route } from "@/app/_server/route"
import { Block } from "@/core/block"

export const GET = route(Block.blocks)
