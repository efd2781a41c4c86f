import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { SettingsFrame } from "@/components/account/settings-frame"
import { ClientMessages } from "@/components/client-messages"
import { ApartList } from "@/components/privacy/apart-list"
import { FilterWords } from "@/components/privacy/filter-words"
import { Part } from "@/components/privacy/part"
import { PrivateSwitch } from "@/components/privacy/private-switch"
import { RequestList } from "@/components/privacy/request-list"
import { Block } from "@/core/block"
import { Follow } from "@/core/follow"
import { now } from "@/core/time"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({ title: (await getTranslations("settings.privacy"))("title") })

/** Who sees one's posts, who asks to, and whom and what one does not want to see. */
export default async function PrivacyPage() {
  const { actor, me } = await memberAt("/settings/privacy")
  const [t, requests, blocks, mutes, filters] = await Promise.all([
    getTranslations("settings.privacy"),
    Follow.requests(actor, {}),
    Block.blocks(actor, {}),
    Block.mutes(actor, {}),
    Block.filters(actor, {}),
  ])
  const asked = me.private || requests.items.length > 0
  return (
    <SettingsFrame site={site.name} viewer={me} part="privacy">
      <ClientMessages of={["settings", "people", "api"]}>
        {asked && (
          <Part id="requests" title={t("requests")} lead={t("requestsLead")}>
            <RequestList page={requests} now={now()} />
          </Part>
        )}
        <Part id="private" title={t("privateTitle")} lead={t("privateLead")}>
          <PrivateSwitch on={me.private} />
        </Part>
        <Part id="blocks" title={t("blocks.title")} lead={t("blocks.lead")}>
          <ApartList kind="blocks" page={blocks} />
        </Part>
        <Part id="mutes" title={t("mutes.title")} lead={t("mutes.lead")}>
          <ApartList kind="mutes" page={mutes} />
        </Part>
        <Part id="filters" title={t("filters.title")} lead={t("filters.lead")}>
          <FilterWords words={filters.words} />
        </Part>
      </ClientMessages>
    </SettingsFrame>
  )
}
