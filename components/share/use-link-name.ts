import { useFormatter, useTranslations } from "next-intl"
import type { LinkView } from "@/core/share/share.schema"

/** What a link is called, by itself or by the day on which it was made. */
export function useLinkName() {
  const t = useTranslations("share")
  const format = useFormatter()
  return ({ name, createdAt }: LinkView) =>
    name || t("unnamed", { date: format.dateTime(new Date(createdAt), { dateStyle: "medium" }) })
}
