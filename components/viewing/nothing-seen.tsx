import { EyeOff } from "lucide-react"
import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"

/** What stands where somebody would be told that nothing is there. */
export function NothingSeen() {
  const t = useTranslations("viewing")
  return (
    <Blank
      frame={
        <Frame>
          <EyeOff className="i i--lg" aria-hidden="true" />
        </Frame>
      }
      heading={t("nothingTitle")}
      text={t("nothingText")}
    />
  )
}
