import { TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ModeView } from "@/core/emergency/emergency.schema"
import { useModeText } from "./mode-words"

/** What the site cannot do just now, above everything else on the page. */
export function ModeBanner({ mode }: { mode: ModeView }) {
  const t = useTranslations("layout.mode")
  return (
    <aside className="mode-banner" aria-label={t("label")}>
      <TriangleAlert className="i" aria-hidden="true" />
      <span>{useModeText(mode)}</span>
    </aside>
  )
}
