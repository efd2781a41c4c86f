import { z } from "zod"
import { idOf } from "../id"
import { Role } from "../user/user.schema"

/** How an account stands; never its e-mail address, nor what its person wrote. */
export const AccountState = z.strictObject({
  id: idOf("user"),
  handle: z.string(),
  name: z.string(),
  role: Role,
  /** `hidden` until its address is confirmed, where that is asked for; `away` for a while, `leaving` for good. */
  state: z.enum(["active", "hidden", "away", "leaving", "erasing", "suspended"]),
  suspendedAt: z.string().optional(),
  /** When the person went away, for a while or for good. */
  deactivatedAt: z.string().optional(),
  /** When everything is to be erased. */
  leavingAt: z.string().optional(),
  erasingAt: z.string().optional(),
  confirmed: z.boolean(),
  private: z.boolean(),
  joinedAt: z.string(),
  /** The day on which the person was last here. */
  seenOn: z.string().optional(),
  counts: z.strictObject({ posts: z.int(), followers: z.int(), following: z.int() }),
  /** Devices that are signed in. */
  sessions: z.int(),
  accessTokens: z.int(),
})
export type AccountState = z.output<typeof AccountState>
