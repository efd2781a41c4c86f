import { z } from "zod"

/** Functions that leave dead letters, as the runbook calls them: their queue is `<app>-<stage>-<name>-dead-letters`. */
export const functions = [
  "image-processing",
  "photo-given-up",
  "table-changed",
  "every-minute",
  "background",
  "digest",
  "housekeeping",
  "canary",
] as const

export const FunctionName = z.enum(functions)
export type FunctionName = z.output<typeof FunctionName>

export const LetterView = z.strictObject({
  id: z.string(),
  of: FunctionName,
  /** When it was given up. */
  at: z.string(),
  tries: z.int().optional(),
  /** What it is about: an object's key, the keys of a row, a run of a schedule. */
  about: z.string(),
  why: z.string(),
})
export type LetterView = z.output<typeof LetterView>
