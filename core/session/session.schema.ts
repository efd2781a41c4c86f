import { z } from "zod"
import { idOf } from "../id"
import { Email } from "../user/user.schema"

export const SignIn = z.strictObject({ email: Email, password: z.string().min(1).max(512) })

/** One signed-in device. */
export const SessionView = z.object({
  id: idOf("session"),
  current: z.boolean(),
  /** What the browser calls itself, as sent; the page turns it into words. */
  userAgent: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
})
export type SessionView = z.output<typeof SessionView>

export const SessionsView = z.object({ items: z.array(SessionView) })
export const RevokeSession = z.strictObject({ sid: idOf("session") })
