import { type Act, byNotice, type CaseView, type Rule } from "@/core/moderation/moderation.schema"

/** The legal notice that a decision about a case is by: the newest since the case was opened. */
export const noticeFor = (
  { openedAt, takedowns }: Pick<CaseView, "openedAt" | "takedowns">,
  act: Act,
  rule: Rule,
): string | undefined =>
  act === "hide" && byNotice.includes(rule) ? takedowns.find(({ at }) => at >= openedAt)?.id : undefined
