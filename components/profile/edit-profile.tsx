import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"

/** What a person does on their own profile. */
export function EditProfile() {
  const t = useTranslations("profile")
  return (
    <Link className="btn btn--line" href="/settings/profile">
      {t("edit")}
    </Link>
  )
}
