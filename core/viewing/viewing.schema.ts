import { z } from "zod"
import { Handle } from "../user/handle.schema"

/** Whom one looks at one's own page as, as the page's address names them: `visitor`, `follower`, or a handle. */
export const LookingAs = z.union([
  z.enum(["visitor", "follower"]),
  z
    .string()
    .transform((value) => value.trim().replace(/^@/, ""))
    .pipe(Handle)
    .transform((handle) => ({ handle })),
])
export type LookingAs = z.output<typeof LookingAs>
