import { useTranslations } from "next-intl"
import { withCursor } from "@/components/api/query"
import { TagList } from "@/components/tag/tag-list"
import type { Page } from "@/core/page.schema"
import type { TagView } from "@/core/tag/tag.schema"
import { Link } from "@/i18n/navigation"

type Props = { page: Page<TagView>; path: string }

/** Tags that begin so. */
export function TagResults({ page: { items, nextCursor }, path }: Props) {
  const t = useTranslations("search")
  return (
    <div className="found">
      <TagList label={t("tagsFound")} tags={items} />
      {nextCursor && (
        <div className="more">
          <Link className="btn btn--line" href={withCursor(path, nextCursor)}>
            {t("more")}
          </Link>
        </div>
      )}
    </div>
  )
}
