import { useLocale, useTranslations } from "next-intl"
import type { PersonView } from "@/core/follow/follow.schema"
import { getPathname, Link } from "@/i18n/navigation"
import { FollowButton } from "./follow-button"
import { PersonMenu } from "./person-menu"
import { useFollowWords } from "./words"

type Props = { person: Omit<PersonView, "bio">; member: boolean; siteUrl: string }

/** What a reader does on somebody's profile: follow, and what is in the menu. Visitors sign in to follow. */
export function PersonActs({ person, member, siteUrl }: Props) {
  const t = useTranslations("people")
  const locale = useLocale()
  const followWords = useFollowWords()
  const { handle, name } = person
  const path = getPathname({ href: `/u/${handle}`, locale })
  return (
    <>
      {member ? (
        <FollowButton person={person} words={followWords} refresh />
      ) : (
        <Link className="btn btn--primary" href={{ pathname: "/signin", query: { next: path } }}>
          {t("follow")}
        </Link>
      )}
      <PersonMenu
        person={person}
        url={siteUrl + path}
        member={member}
        words={{
          menu: t("menu", { name }),
          copy: t("copy"),
          copied: t("copied"),
          copyFailed: t("copyFailed"),
          mute: t("mute"),
          muted: t("muted", { name }),
          unmute: t("unmute"),
          unmuted: t("unmuted", { name }),
          remove: t("remove"),
          removed: t("removed", { name }),
          report: t("report"),
          block: t("block"),
          blockTitle: t("blockTitle", { name }),
          blockText: t("blockText", { name }),
          keep: t("doNotBlock"),
          blocked: t("blocked", { name }),
          unreachable: t("unreachable"),
        }}
      />
    </>
  )
}
