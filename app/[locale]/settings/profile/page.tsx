import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { ProfileForm } from "@/components/account/profile-form"
import { SettingsFrame } from "@/components/account/settings-frame"
import { ClientMessages } from "@/components/client-messages"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({ title: (await getTranslations("settings.profile"))("title") })

/** Name, words about oneself, language. */
export default async function ProfilePage() {
  const { me } = await memberAt("/settings/profile")
  return (
    <SettingsFrame site={site.name} viewer={me} part="profile">
      <ClientMessages of={["settings", "api"]}>
        <ProfileForm me={me} />
      </ClientMessages>
    </SettingsFrame>
  )
}
