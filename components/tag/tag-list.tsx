import { Hash } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { TagView } from "@/core/tag/tag.schema"
import { Link } from "@/i18n/navigation"

type Props = {
  label: string
  tags: readonly TagView[]
  /** What can be done about one. */
  act?: (tag: TagView) => ReactNode
}

/** Tags, each with how often it is used and followed. */
export function TagList({ label, tags, act }: Props) {
  const t = useTranslations("tag")
  return (
    <ul className="list" aria-label={label}>
      {tags.map((view) => (
        <li key={view.tag}>
          <span className="tagmark" aria-hidden="true">
            <Hash className="i" />
          </span>
          <div className="grow">
            <Link
              className="med person__name cut block"
              href={`/t/${encodeURIComponent(view.tag)}`}
              dir="auto"
            >
              {view.label}
            </Link>
            <div className="faint xs cut">
              {t("posts", { count: view.posts })} · {t("followers", { count: view.followers })}
            </div>
          </div>
          {act?.(view)}
        </li>
      ))}
    </ul>
  )
}
