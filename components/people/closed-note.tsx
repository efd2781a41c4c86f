import { Lock } from "lucide-react"
import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"

type Props = { name: string; requested: boolean }

/** What stands in place of a private account's posts and lists. */
export function ClosedNote({ name, requested }: Props) {
  const t = useTranslations("people")
  return (
    <Blank
      frame={
        <Frame>
          <Lock className="i i--lg" />
        </Frame>
      }
      heading={t("closedTitle")}
      text={t(requested ? "closedRequestedText" : "closedText", { name })}
    />
  )
}
