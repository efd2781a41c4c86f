import { getLocale } from "next-intl/server"
import { redirect } from "@/i18n/navigation"

/** Settings begin with the profile. */
export default async function SettingsPage() {
  redirect({ href: "/settings/profile", locale: await getLocale() })
}
