import { rememberedCamera } from "@/components/receipt/receipt-choice"
import { blank } from "./making"

/** The next post, with what holds for every post of this person. */
export const freshPost = () => blank(crypto.randomUUID(), rememberedCamera())
