import { rememberedCamera } from "@/components/receipt/receipt-choice"
import { blank } from "./making"

let maker = ""

/** From here on posts are this person's. */
export const makeFor = (userId: string) => {
  maker = userId
}

/** The next post, with what holds for every post of its person. */
export const freshPost = () => blank(crypto.randomUUID(), rememberedCamera(maker))
