import { getTranslations } from "next-intl/server"
import type { ExplanationView } from "@/core/explain/explain.schema"
import { Link } from "@/i18n/navigation"

/** What else a thing has to do with: each is explained with one more click. */
export async function Related({ related }: Pick<ExplanationView, "related">) {
  const t = await getTranslations("admin.explain")
  if (related.length === 0) return null
  return (
    <section className="stack">
      <h2 className="h-sec">{t("related")}</h2>
      <ul className="row row--wrap">
        {related.map(({ what, id }) => (
          <li key={`${what} ${id}`}>
            <Link className="btn btn--line btn--sm" href={`/admin/explain/${id}`} lang="en">
              {what} {id.slice(0, 4)}…{id.slice(-4)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
