import { useTranslations } from "next-intl"
import type { CaseSummary } from "@/core/moderation/moderation.schema"

/** What a case is about, in a few words: what was reported, or what was decided. */
export function CaseTitle({ item: { kinds, decision } }: { item: Pick<CaseSummary, "kinds" | "decision"> }) {
  const t = useTranslations("safety")
  if (decision)
    return (
      <>
        {t(`done.${decision.act}`)}
        {decision.undone && ` · ${t("desk.undoneMark")}`}
      </>
    )
  return <>{kinds.map((kind) => t(`kinds.${kind}`)).join(" · ")}</>
}
