import type { EntityItem } from "electrodb"
import type { Actor } from "../actor"
import type { Page } from "../page.schema"
import { table } from "../table"
import { listOf } from "../table/list"
import { Tag } from "../tag"
import type { TagView } from "../tag/tag.schema"
import type { Slice } from "./page"
import type { SearchTagEntity } from "./search.entity"
import { spelled } from "./spelling"

/** Comes after every letter. */
const last = "\u{10ffff}"

/** How a tag, or what somebody types of one, is spelled among the tags. */
export const spellingOf = (text: string): string => spelled(text).replace(/[^\p{L}\p{M}\p{N}_・]/gu, "")

export const initialOf = (spelling: string): string => [...spelling][0] ?? ""

/** Tags that posts carry and that begin so, in order of their names. */
export async function findTags(actor: Actor, text: string, slice: Slice): Promise<Page<TagView>> {
  const beginning = spellingOf(text)
  if (beginning === "") return { items: [], nextCursor: null }
  return listOf<EntityItem<typeof SearchTagEntity>, TagView>({
    list: `tags ${beginning}`,
    page: slice,
    read: async (after, count) => {
      const from = after ? { spelling: spellingOf(after), tag: after } : { spelling: beginning, tag: "" }
      const names = table().searchTag.query.byInitial({ initial: initialOf(beginning) })
      const range = names.between(from, { spelling: beginning + last, tag: "" })
      const { data } = await range.go({ limit: count + 1, count: count + 1 })
      return data.filter(({ tag }) => tag !== after).slice(0, count)
    },
    idOf: ({ tag }) => tag,
    show: async (rows) => {
      const views = await Tag.views(
        actor,
        rows.map(({ tag }) => tag),
      )
      return views.filter(({ posts }) => posts > 0)
    },
  })
}
