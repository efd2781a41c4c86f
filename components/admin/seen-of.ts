import type { CaseSummary, CaseView, Seen } from "@/core/moderation/moderation.schema"

type Shown = Pick<CaseView, "target" | "status" | "newestAt">
type Item = Pick<CaseSummary, "target" | "newestAt">

/** What a decision says of what was seen: of the case that is shown large, and of those in the queue of open ones. */
export const seenOf = ({ target, status, newestAt }: Shown, items: readonly Item[]): Seen[] => [
  status === "open" ? { target, newestAt } : { target },
  ...items
    .filter((item) => item.target !== target)
    .map((item) => ({ target: item.target, newestAt: item.newestAt })),
]
