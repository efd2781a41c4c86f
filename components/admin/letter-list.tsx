import { getTranslations } from "next-intl/server"
import type { LetterView } from "@/core/dead-letter/dead-letter.schema"
import { Link } from "@/i18n/navigation"

/** Dead letters, the oldest first: what each is about, why, and the way to it. */
export async function LetterList({ letters }: { letters: readonly LetterView[] }) {
  const t = await getTranslations("admin.deadLetters")
  return (
    <ul className="list panel px-5 py-1">
      {letters.map(({ of, id, at, tries, about, why }) => (
        <li key={id}>
          <div className="grow stack stack--4">
            <div className="med">{of}</div>
            <div className="muted wrap">{why}</div>
            <div className="faint xs num wrap">
              {at.slice(0, 19).replace("T", " ")} UTC
              {tries === undefined ? "" : ` · ${t("tries", { tries })}`} · {about}
            </div>
          </div>
          <Link
            className="btn btn--line btn--sm"
            href={`/admin/dead-letters/${of}/${id}`}
            aria-label={t("showName", { of, why })}
          >
            {t("show")}
          </Link>
        </li>
      ))}
    </ul>
  )
}
