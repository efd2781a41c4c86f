import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { ProfileForm } from "@/components/account/profile-form"
import { SettingsFrame } from "@/components/account/settings-frame"
import { AvatarField } from "@/components/avatar/avatar-field"
import { ClientMessages } from "@/components/client-messages"
import { partBytes } from "@/core/photo/upload.schema"
import { maxLinks } from "@/core/user/user.schema"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({ title: (await getTranslations("settings.profile"))("title") })

/** Photo, name, handle, words about oneself, links, language. */
export default async function ProfilePage() {
  const { me } = await memberAt("/settings/profile")
  return (
    <SettingsFrame site={site.name} viewer={me} part="profile">
      <ClientMessages of={["settings", "avatar", "auth", "api"]}>
        <AvatarField me={me} limits={{ partSize: partBytes, photoBytes: site.photoBytes }} />
        <ProfileForm me={me} mostLinks={maxLinks} />
      </ClientMessages>
    </SettingsFrame>
  )
}
