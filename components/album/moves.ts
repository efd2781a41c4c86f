import type { Opened } from "./opened"

/** What is asked of the API: posts that go to an end, or beside another. */
export type Move = { postIds: string[]; to: "first" | "last" | "before" | "after"; besideId?: string }

type Way = "first" | "earlier" | "later" | "last"

/**
 * How the chosen posts move together, one step or all the way.
 * @param ids those that are shown, in order; there may be more behind them
 * @returns nothing where they stand there already
 */
export function moveOf(ids: readonly string[], chosen: readonly string[], way: Way): Move | undefined {
  const [first] = chosen
  if (first === undefined) return undefined
  const postIds = [...chosen]
  if (way === "first" || way === "last") return { postIds, to: way }
  const others = ids.filter((id) => !chosen.includes(id))
  if (way === "earlier") {
    // Before the one that stands just before the first of them.
    const before = others.filter((id) => ids.indexOf(id) < ids.indexOf(first)).at(-1)
    return before === undefined ? undefined : { postIds, to: "before", besideId: before }
  }
  const last = chosen.at(-1) ?? first
  const after = others.find((id) => ids.indexOf(id) > ids.indexOf(last))
  return after === undefined ? undefined : { postIds, to: "after", besideId: after }
}

/** The same things after a move, as they will be read. */
export function moved<T extends { id: string }>(items: readonly T[], { postIds, to, besideId }: Move): T[] {
  const moving = postIds.flatMap((id) => items.find((item) => item.id === id) ?? [])
  const others = items.filter(({ id }) => !postIds.includes(id))
  const beside = others.findIndex(({ id }) => id === besideId)
  const at =
    to === "first" ? 0 : to === "last" ? others.length : to === "before" ? Math.max(0, beside) : beside + 1
  return [...others.slice(0, at), ...moving, ...others.slice(at)]
}

/** A list after a move. Whatever goes to the end of an album that is not loaded so far is shown with its last page. */
export function movedIn<T extends { id: string }>(list: Opened<T>, move: Move): Opened<T> {
  if (move.to === "last" && list.cursor) return without(list, move.postIds)
  return { ...list, items: moved(list.items, move) }
}

/** A list after some things were taken out. */
export const without = <T extends { id: string }>(list: Opened<T>, ids: readonly string[]): Opened<T> => ({
  ...list,
  items: list.items.filter(({ id }) => !ids.includes(id)),
})
