import type { CaseSummary } from "@/core/moderation/moderation.schema"
import { caseHref, type Place } from "./case-href"

type Listed = { items: readonly Pick<CaseSummary, "target">[]; nextCursor: string | null }

/**
 * Which case of its page it is, none for 0, and where those beside it are; after the last comes the next page. A case
 * of which several decisions are listed is one.
 */
export function stepsOf({ items, nextCursor }: Listed, place: Place, target: string) {
  const targets = [...new Set(items.map((item) => item.target))]
  const at = targets.indexOf(target)
  const href = (to: string | undefined) => to && caseHref(place, to)
  const further = nextCursor ? caseHref({ ...place, cursor: nextCursor }) : undefined
  return {
    number: at + 1,
    of: targets.length,
    previous: href(targets[at - 1]),
    next: href(targets[at + 1]) ?? further,
  }
}

/**
 * Where one goes on when cases of a page were decided: to the first that is left after the one that was open, else to
 * the first of all, else to the beginning of the queue.
 */
export function hrefAfter(
  targets: readonly string[],
  place: Place,
  target: string,
  decided: readonly string[],
): string {
  const after = targets.indexOf(target) + 1
  const left = [...targets.slice(after), ...targets.slice(0, after)].find((one) => !decided.includes(one))
  return left ? caseHref(place, left) : caseHref({ queue: place.queue })
}
