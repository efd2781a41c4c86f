import { z } from "zod"
import { PageInput } from "../page.schema"
import { foldTag, isTag } from "../text-parts.schema"

/** A tag in any spelling, with or without its sign. */
export const TagName = z
  .string()
  .max(200, { error: "tag" })
  .transform((value) => foldedTag(value) ?? "")
  .refine((value) => value !== "", { error: "tag" })

const written = /^[#＃]?([\p{L}\p{M}\p{N}_・\u200c\u200d]+)$/u

/** The one form of a tag; undefined for what cannot be one. */
export function foldedTag(value: string): string | undefined {
  const folded = foldTag(written.exec(value)?.[1] ?? "")
  return isTag(folded) ? folded : undefined
}

export const maxFollowedTags = 100

export const TagView = z.object({
  tag: z.string(),
  /** As it was first written. */
  label: z.string(),
  /** Public posts that carry it. */
  posts: z.int(),
  followers: z.int(),
  viewer: z.object({ follows: z.boolean() }),
})
export type TagView = z.output<typeof TagView>

export const TagInput = z.strictObject({ tag: TagName })
export const TagPosts = PageInput.extend({ tag: TagName })

/** The tags that one follows, in order of their names; at most a hundred. */
export const FollowedTagsView = z.object({ items: z.array(TagView) })
export type FollowedTagsView = z.output<typeof FollowedTagsView>
