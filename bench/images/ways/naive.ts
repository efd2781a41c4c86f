import { outputsFor } from "../outputs"
import { naiveWay } from "./encode-naively"

/** The product's files as the library makes them by default. */
export const make = naiveWay(outputsFor)
