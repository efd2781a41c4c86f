import { useTranslations } from "next-intl"
import type { SearchType } from "@/core/search/search.schema"
import { Link } from "@/i18n/navigation"
import { type Sought, searchPath } from "./way"

/** The ways to look at what was found: links, each with an address of its own. */
export function SearchTabs({ sought }: { sought: Sought }) {
  const t = useTranslations("search.tabs")
  const types: SearchType[] = ["posts", "users", "tags"]
  return (
    <nav className="tabs" aria-label={t("label")}>
      {types.map((type) => (
        <Link
          key={type}
          href={searchPath({ q: sought.q, type, camera: type === "posts" ? sought.camera : "" })}
          aria-current={type === sought.type ? "page" : undefined}
        >
          {t(type)}
        </Link>
      ))}
    </nav>
  )
}
