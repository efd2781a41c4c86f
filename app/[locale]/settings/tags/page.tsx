import { Hash } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { SettingsFrame } from "@/components/account/settings-frame"
import { FollowedTags } from "@/components/tag/followed-tags"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Tag } from "@/core/tag"
import { Link } from "@/i18n/navigation"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({ title: (await getTranslations("settings.tags"))("title") })

/** The tags that one follows. */
export default async function TagsPage() {
  const { actor, me } = await memberAt("/settings/tags")
  const [t, { items }] = await Promise.all([getTranslations("settings.tags"), Tag.followed(actor, {})])
  return (
    <SettingsFrame site={site.name} viewer={me} part="tags">
      {items.length > 0 ? (
        <FollowedTags label={t("list")} tags={items} />
      ) : (
        <Blank
          frame={
            <Frame>
              <Hash className="i i--lg" />
            </Frame>
          }
          heading={t("emptyTitle")}
          text={t("emptyText")}
        >
          <Link className="btn btn--line" href="/search">
            {t("emptyAct")}
          </Link>
        </Blank>
      )}
    </SettingsFrame>
  )
}
