import { UsersRound } from "lucide-react"
import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Link } from "@/i18n/navigation"
import type { PeopleTab } from "./people-frame"

type Props = { name: string; own: boolean; tab: PeopleTab }

/** A list of people before there is anybody in it. */
export function NoPeople({ name, own, tab }: Props) {
  const t = useTranslations("people")
  const kind = tab === "followers" ? "noFollowers" : "noFollowing"
  return (
    <Blank
      frame={
        <Frame>
          <UsersRound className="i i--lg" />
        </Frame>
      }
      heading={t(`${kind}Title`)}
      text={own ? t(`${kind}OwnText`) : t(`${kind}Text`, { name })}
    >
      {own && (
        <Link className="btn btn--line" href="/explore">
          {t("explore")}
        </Link>
      )}
    </Blank>
  )
}
