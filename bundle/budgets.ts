import { z } from "zod"
import recorded from "./budgets.json"

const Budgets = z.strictObject({
  /** Bytes of each package as Lambda is given it. */
  zip: z.record(z.string(), z.int().positive()),
  /** What `npm run bench -- bundle` measures, on two cores that have nothing else to do. */
  milliseconds: z.strictObject({ "server import": z.int().positive(), "warm API call": z.int().positive() }),
})

/** What the bundles may weigh and take. */
export const budgets = Budgets.parse(recorded)
