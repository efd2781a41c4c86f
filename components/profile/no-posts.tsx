import { Image as ImageIcon } from "lucide-react"
import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Link } from "@/i18n/navigation"

type Props = { name: string; own: boolean }

/** A profile before its first photo, for its owner and for others. */
export function NoPosts({ name, own }: Props) {
  const t = useTranslations("profile")
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
