import { useTranslations } from "next-intl"
import type { PostView } from "@/core/post/post.schema"
import { Link } from "@/i18n/navigation"

/** What moderators decided about a post: shown to its author and to them. */
export function PostNotice({ post: { moderation } }: { post: Pick<PostView, "moderation"> }) {
  const t = useTranslations("safety.post")
  if (!moderation) return null
  const [decision] = moderation.decisions
  return (
    <p className="notice notice--warn stage__notice">
      <span>{t(moderation.withheld ?? "decided")}</span>{" "}
      {decision && (
        <Link className="link flex-none" href={`/decisions/${decision}`}>
          {t("why")}
        </Link>
      )}
    </p>
  )
}
