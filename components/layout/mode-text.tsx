import { TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"

/** What the site cannot do just now, where somebody is about to do it; the banner of the page says why. */
export function ModeText({ about }: { about: "upload" | "signups-closed" }) {
  const t = useTranslations("layout.mode")
  return (
    <div className="notice notice--warn">
      <TriangleAlert className="i" aria-hidden="true" />
      <span>{t(about)}</span>
    </div>
  )
}
