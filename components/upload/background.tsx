"use client"

import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import type { Making } from "./engine/making"
import { tally } from "./engine/uploads-view"

/** Earlier posts whose photos are still on their way, with the way to each. */
export function Background({ posts }: { posts: readonly Making[] }) {
  const t = useTranslations("upload.background")
  if (posts.length === 0) return null
  return (
    <ul className="stack">
      {posts.map(
        ({ id, draftId, items }) =>
          draftId && (
            <li key={id} className="notice items-center">
              <span className="grow">{t("text", { count: tally(items).sending })}</span>
              <Link className="btn btn--quiet btn--sm" href={`/drafts/${draftId}`}>
                {t("look")}
              </Link>
            </li>
          ),
      )}
    </ul>
  )
}
