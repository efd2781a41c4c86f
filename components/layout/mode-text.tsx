import { TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ModeView } from "@/core/emergency/emergency.schema"
import { useModeText } from "./mode-words"

type Props = {
  mode: ModeView
  /** What is said beside it, for whoever is about to begin something. */
  more?: "upload"
}

/** What the site cannot do just now, where somebody is about to do it. */
export function ModeText({ mode, more }: Props) {
  const t = useTranslations("layout.mode")
  const words = useModeText(mode)
  return (
    <div className="notice notice--warn">
      <TriangleAlert className="i" aria-hidden="true" />
      <span>{more ? t(more) : words}</span>
    </div>
  )
}
