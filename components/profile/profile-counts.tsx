import { useTranslations } from "next-intl"
import type { UserView } from "@/core/user/user.schema"

type Props = { counts: UserView["counts"] }

/** How much there is of a person: posts, followers, followed. */
export function ProfileCounts({ counts }: Props) {
  const t = useTranslations("profile")
  const b = (text: React.ReactNode) => <b>{text}</b>
  return (
    <div className="counts">
      <span>{t.rich("posts", { count: counts.posts, b })}</span>
      <span>{t.rich("followers", { count: counts.followers, b })}</span>
      <span>{t.rich("following", { count: counts.following, b })}</span>
    </div>
  )
}
