import type { Page } from "@/core/page.schema"

/** What waits to be decided about, as far as it is loaded. */
export type Waiting<Item> = {
  items: readonly Item[]
  cursor: string | null
  /** Those that are ticked. */
  chosen: ReadonlySet<string>
  decided: ReadonlySet<string>
  /** The page that it began with. */
  page: Page<Item>
  idOf: (item: Item) => string
}

const none: ReadonlySet<string> = new Set()

export const startOf = <Item>(page: Page<Item>, idOf: (item: Item) => string): Waiting<Item> => ({
  items: page.items,
  cursor: page.nextCursor,
  chosen: none,
  decided: none,
  page,
  idOf,
})

export function ticked<Item>(waiting: Waiting<Item>, id: string): Waiting<Item> {
  const chosen = new Set(waiting.chosen)
  if (!chosen.delete(id)) chosen.add(id)
  return { ...waiting, chosen }
}

/** Those that were decided about are gone; what else is ticked stays ticked. */
export const decided = <Item>(waiting: Waiting<Item>, ids: readonly string[]): Waiting<Item> => ({
  ...waiting,
  items: waiting.items.filter((item) => !ids.includes(waiting.idOf(item))),
  chosen: new Set([...waiting.chosen].filter((id) => !ids.includes(id))),
  decided: new Set([...waiting.decided, ...ids]),
})

export function withMore<Item>(waiting: Waiting<Item>, next: Page<Item>): Waiting<Item> {
  const { items, decided, idOf } = waiting
  const known = new Set([...decided, ...items.map(idOf)])
  const fresh = next.items.filter((item) => !known.has(idOf(item)))
  return { ...waiting, items: [...items, ...fresh], cursor: next.nextCursor }
}

/** The page was read again: what is loaded and ticked stays as long as anything is left, and then it begins anew. */
export const refreshed = <Item>(waiting: Waiting<Item>, page: Page<Item>): Waiting<Item> =>
  waiting.items.length > 0 || page === waiting.page ? waiting : { ...withMore(waiting, page), page }
