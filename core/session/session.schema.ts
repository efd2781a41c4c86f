import { z } from "zod"
import { idOf } from "../id"

/** One signed-in device. */
export const SessionView = z.object({
  id: idOf("session"),
  current: z.boolean(),
  /** What the browser calls itself, as sent; the page turns it into words. */
  userAgent: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** Where it was opened, as far as that is known: a city, and the country's two letters. */
  place: z.object({ city: z.string().optional(), country: z.string() }).optional(),
  /** Opened on a device that one had not been on before. Absent once one has said that it was oneself. */
  unfamiliar: z.boolean().optional(),
})
export type SessionView = z.output<typeof SessionView>

export const SessionsView = z.object({ items: z.array(SessionView) })
export const RevokeSession = z.strictObject({ sid: idOf("session") })

/** That it was oneself. */
export const RecogniseSession = z.strictObject({ sid: idOf("session"), familiar: z.literal(true) })
