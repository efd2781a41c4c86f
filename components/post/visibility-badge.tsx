import { Lock, Users } from "lucide-react"
import { useTranslations } from "next-intl"
import type { Visibility } from "@/core/post/post.schema"

const icons = { private: Lock, followers: Users }

/** Who sees a post, where that is not everybody. */
export function VisibilityBadge({ visibility }: { visibility: Visibility }) {
  const t = useTranslations("post")
  if (visibility === "public") return null
  const Icon = icons[visibility]
  return (
    <span className="badge justify-self-start">
      <Icon className="i i--sm" aria-hidden="true" />
      {t(visibility)}
    </span>
  )
}
