import { z } from "zod"

export const NoInput = z.strictObject({})

/** A day in UTC, as its file is called. */
export const DayInput = z.strictObject({
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.xml$/, { error: "day" })
    .transform((file) => file.slice(0, 10))
    .refine((day) => !Number.isNaN(Date.parse(day)), { error: "day" }),
})

/** A day on which something was posted, and when that was last, as far as it is known. */
export type SitemapDay = { day: string; changedAt?: string }

export type SitemapPage = {
  posts: { id: string; changedAt: string; images: string[] }[]
  /** Handles of whoever posted. */
  people: string[]
}
