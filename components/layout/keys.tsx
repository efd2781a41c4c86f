import { useTranslations } from "next-intl"
import { KeyListener } from "./key-listener"

type Props = {
  member: boolean
  /** Whether it is the page of the queue, which has keys of its own. */
  queue?: boolean
}

/** The keys that work on every page, with their words. */
export function Keys({ member, queue = false }: Props) {
  const t = useTranslations("layout.shortcuts")
  const keys = [
    { keys: ["g", "h"], does: t("home") },
    { keys: ["g", "e"], does: t("explore") },
    { keys: ["/"], does: t("search") },
    ...(member ? [{ keys: ["n"], does: t("new") }] : []),
    ...(queue
      ? [
          { keys: ["j"], does: t("nextCase") },
          { keys: ["k"], does: t("previousCase") },
          { keys: ["h"], does: t("hideCase") },
          { keys: ["l"], does: t("leaveCase") },
        ]
      : [
          ...(member ? [{ keys: ["l"], does: t("like") }] : []),
          { keys: ["i"], does: t("info") },
          { keys: ["f"], does: t("fullScreen") },
        ]),
    { keys: ["?"], does: t("help") },
  ]
  return (
    <KeyListener member={member} words={{ title: t("title"), close: t("close"), between: t("then"), keys }} />
  )
}
