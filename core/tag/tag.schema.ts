import { z } from "zod"
import { foldTag, maxTagLength, tagsIn } from "../text-parts.schema"

/** A tag by its name, however it is spelled: without its #, in the one form that all its spellings share. */
export const TagName = z
  .string()
  // As many code units as the longest tag may have.
  .max(maxTagLength * 2, { error: "tag" })
  .transform(foldTag)
  .refine((tag) => tagsIn(`#${tag}`).join() === tag, { error: "tag" })
