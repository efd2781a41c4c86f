import { z } from "zod"

// NUL, other controls and halves of surrogate pairs cannot be shown and break what reads them later.
const unshowable = /(?![\t\n\r])\p{Cc}|\p{Cs}/u

/**
 * Text that a person wrote: trimmed, normalised to NFC, without control characters.
 * @param max the most characters, counted as a person counts them (code points)
 */
export const text = (max: number, min = 0) =>
  z
    .string()
    .refine((value) => !unshowable.test(value), { error: "unshowable" })
    .transform((value) => value.replace(/\r\n?/g, "\n").normalize("NFC").trim())
    .refine((value) => [...value].length <= max, { error: "too_long", params: { maximum: max } })
    .refine((value) => [...value].length >= min, { error: "too_short", params: { minimum: min } })

/** Text on one line. */
export const line = (max: number, min = 0) =>
  text(max, min).refine((value) => !value.includes("\n"), { error: "one_line" })
