import { Search } from "lucide-react"
import { useLocale, useTranslations } from "next-intl"
import { getPathname, Link } from "@/i18n/navigation"

/** The way to search: a field where there is room, else a link to the page that has one. It works without a script. */
export function SearchBox() {
  const t = useTranslations("layout")
  const locale = useLocale()
  return (
    <>
      <search>
        <form className="searchbox" action={getPathname({ href: "/search", locale })}>
          <Search className="i i--sm" aria-hidden="true" />
          <input
            type="search"
            name="q"
            maxLength={100}
            aria-label={t("search")}
            placeholder={t("search")}
            data-search=""
          />
          <kbd>/</kbd>
        </form>
      </search>
      <Link className="icon lg:hidden" href="/search" aria-label={t("search")}>
        <Search className="i" aria-hidden="true" />
      </Link>
    </>
  )
}
