import { z } from "zod"
import { line } from "../text.schema"
import { fold } from "../text-fold"
import { AuthorView } from "../user/user.schema"

/** Somebody whom one blocked or muted, and since when. */
export const ApartView = AuthorView.extend({ since: z.iso.datetime() })
export type ApartView = z.output<typeof ApartView>

export const maxFilters = 100

/** Folded; a letter can become several by that, so its length is looked at afterwards. */
const Word = line(60)
  .transform((word) => fold(word).trim())
  .refine((word) => [...word].length >= 2 && [...word].length <= 60, { error: "filter_length" })

/** Words whose posts stay out of feeds, lists and search; `PUT` replaces them all. */
export const Filters = z.strictObject({
  words: z
    .array(Word)
    .max(maxFilters, { error: "too_many_filters" })
    .transform((words) => [...new Set(words)].sort()),
})

export const FiltersView = z.object({ words: z.array(z.string()) })
export type FiltersView = z.output<typeof FiltersView>
