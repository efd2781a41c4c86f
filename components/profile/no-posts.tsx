import { Image as ImageIcon, ScanText } from "lucide-react"
import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Link } from "@/i18n/navigation"

type Props = { name: string; own: boolean; tab: "posts" | "described" }

/** A list of a profile before there is anything in it, for its owner and for others. */
export function NoPosts({ name, own, tab }: Props) {
  const t = useTranslations("profile")
  if (tab === "described") {
    return (
      <Blank
        frame={
          <Frame>
            <ScanText className="i i--lg" aria-hidden="true" />
          </Frame>
        }
        heading={t("undescribedTitle")}
        text={t(own ? "undescribedOwnText" : "undescribedText", { name })}
      />
    )
  }
  return (
    <Blank
      frame={
        <Frame>
          <ImageIcon className="i i--lg" aria-hidden="true" />
        </Frame>
      }
      heading={t(own ? "emptyOwnTitle" : "emptyTitle")}
      text={t(own ? "emptyOwnText" : "emptyText", { name })}
    >
      <Link className={own ? "btn btn--primary" : "btn btn--line"} href={own ? "/upload" : "/explore"}>
        {t(own ? "emptyOwnAct" : "emptyAct")}
      </Link>
    </Blank>
  )
}
