import { z } from "zod"

export const MAX_TEXT = 100

const text = z.string().min(1).max(MAX_TEXT)

/** What a photo was taken with. Every field is optional: files lie, and many say nothing. */
export const Camera = z.object({
  make: text.optional(),
  model: text.optional(),
  lens: text.optional(),
  /** Millimetres. */
  focalLength: z.number().positive().max(10_000).optional(),
  /** The f-number. */
  aperture: z.number().positive().max(200).optional(),
  /** Seconds. */
  exposureTime: z.number().positive().max(86_400).optional(),
  iso: z.number().int().positive().max(10_000_000).optional(),
  /** The camera's own clock, with its offset where the camera knew it: 2026-05-06T07:08:09+09:00. */
  takenAt: z.iso.datetime({ local: true, offset: true }).optional(),
})
export type Camera = z.infer<typeof Camera>
