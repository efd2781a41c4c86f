import { process } from "../../../core/image/image"
import type { Way } from "./way"

/** The product, as its function runs it. */
export const make: Way = async (photo) => (await process(photo)).variants
