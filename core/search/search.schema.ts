import { z } from "zod"
import { PersonView } from "../follow/follow.schema"
import { PageInput, pageOf } from "../page.schema"
import { PostView } from "../post/post.schema"
import { TagView } from "../tag/tag.schema"
import { line } from "../text.schema"

export const maxSearch = 100

export const SearchType = z.enum(["posts", "users", "tags"])
export type SearchType = z.output<typeof SearchType>

export const SearchInput = PageInput.extend({
  /** What to look for; may be empty where a camera is given. */
  q: line(maxSearch).default(""),
  type: SearchType.default("posts"),
  /** Only posts that show they were taken with it: its model, its maker, or both. */
  camera: line(maxSearch).default(""),
})

/** Posts, people or tags, as asked for. */
export const SearchView = pageOf(z.union([PostView, PersonView, TagView]))

export const SuggestInput = z.strictObject({ q: line(maxSearch).default("") })

/** A few people and tags that what somebody is typing may mean. */
export const SuggestView = z.object({ people: z.array(PersonView), tags: z.array(TagView) })
export type SuggestView = z.output<typeof SuggestView>
