import { z } from "zod"

/** The password proves that it is oneself. Who never chose one has proved it a moment ago in another way. */
export const Leave = z.strictObject({ password: z.string().min(1).max(512).optional() })

/** When everything is erased; until then signing in offers the way back. */
export const LeaveView = z.object({ dueAt: z.iso.datetime() })
export type LeaveView = z.output<typeof LeaveView>
