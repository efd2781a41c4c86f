import { useTranslations } from "next-intl"
import { KeyListener } from "./key-listener"

/** The keys that work on every page, with their words. */
export function Keys({ member }: { member: boolean }) {
  const t = useTranslations("layout.shortcuts")
  const keys = [
    { keys: ["g", "h"], does: t("home") },
    { keys: ["g", "e"], does: t("explore") },
    { keys: ["/"], does: t("search") },
    ...(member
      ? [
          { keys: ["n"], does: t("new") },
          { keys: ["l"], does: t("like") },
        ]
      : []),
    { keys: ["i"], does: t("info") },
    { keys: ["f"], does: t("fullScreen") },
    { keys: ["?"], does: t("help") },
  ]
  return (
    <KeyListener member={member} words={{ title: t("title"), close: t("close"), between: t("then"), keys }} />
  )
}
