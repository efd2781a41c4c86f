import { useTranslations } from "next-intl"
import type { UserView } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"

type Props = { user: Pick<UserView, "handle" | "counts"> }

/** How much there is of a person: posts, followers, followed. */
export function ProfileCounts({ user: { handle, counts } }: Props) {
  const t = useTranslations("profile")
  const b = (text: React.ReactNode) => <b>{text}</b>
  return (
    <div className="counts">
      <span>{t.rich("posts", { count: counts.posts, b })}</span>
      <Link href={`/u/${handle}/followers`}>{t.rich("followers", { count: counts.followers, b })}</Link>
      <Link href={`/u/${handle}/following`}>{t.rich("following", { count: counts.following, b })}</Link>
    </div>
  )
}
