import type { Page } from "@/core/page.schema"

/** What is loaded of a list; `undefined` as cursor before anything came. */
export type Opened<Item> = { items: Item[]; cursor: string | null | undefined }

/**
 * A list with a further page behind what is there by now, whatever was moved or taken out while it was loading.
 * @param from the cursor that it was asked for with; where the list was started over since, it is not the next one
 */
export function appended<Item>(
  now: Opened<Item>,
  from: string,
  page: Page<Item>,
  idOf: (item: Item) => string,
): Opened<Item> {
  if (now.cursor !== from) return now
  const known = new Set(now.items.map(idOf))
  const fresh = page.items.filter((item) => !known.has(idOf(item)))
  return { items: [...now.items, ...fresh], cursor: page.nextCursor }
}
