import { webpOutputsFor } from "../outputs"
import { naiveWay } from "./encode-naively"

/** What is usually made beside the product's files. */
export const make = naiveWay(webpOutputsFor)
