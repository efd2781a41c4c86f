import { z } from "zod"

/** Where a photo was taken, in degrees (WGS 84), as exactly as its file says. For its owner alone. */
export const Location = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})
export type Location = z.infer<typeof Location>
