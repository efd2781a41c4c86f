import { Eye } from "lucide-react"
import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"

/** What a person does on their own profile: change it, and look at it as others do. */
export function OwnActs({ handle }: { handle: string }) {
  const t = useTranslations("profile")
  return (
    <>
      <Link className="btn btn--line" href="/settings/profile">
        {t("edit")}
      </Link>
      <Link
        className="icon"
        href={{ pathname: `/u/${handle}`, query: { as: "visitor" } }}
        aria-label={t("viewAs")}
        title={t("viewAs")}
      >
        <Eye className="i" aria-hidden="true" />
      </Link>
    </>
  )
}
