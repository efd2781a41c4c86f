import { z } from "zod"
import { line } from "../text.schema"

/** Longer ones are trackers, or texts that hide in an address. */
const longest = 300

/** An address on the web, as browsers write it. No other scheme, nobody's name or password in it. */
const WebAddress = z
  .string()
  .max(longest, { error: "link_long" })
  .transform((value) => value.trim())
  .refine(isWebAddress, { error: "link" })
  .transform((value) => new URL(value).href)

function isWebAddress(value: string) {
  // What a URL parser passes over in silence, an eye does not.
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(value) || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return false
  const { username, password, hostname } = new URL(value)
  return username === "" && password === "" && hostname.includes(".")
}

/** A place elsewhere that a person names on their profile. Without a label its address is shown. */
export const Link = z.strictObject({ url: WebAddress, label: line(40).optional() })
export type Link = z.output<typeof Link>

export const LinkView = z.object({ url: z.string(), label: z.string().optional() })
