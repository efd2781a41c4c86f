import { getTranslations } from "next-intl/server"
import type { SightView } from "@/core/explain/explain.schema"

/** Who sees a thing, and what that comes from. */
export async function ExplainedSight({ sight }: { sight: readonly SightView[] }) {
  const t = await getTranslations("admin.explain")
  return (
    <section className="stack">
      <h2 className="h-sec">{t("sight")}</h2>
      <ul className="list panel px-5 py-1">
        {sight.map(({ who, sees, why }) => (
          <li key={who}>
            <div className="grow stack stack--4" lang="en">
              <span className="med wrap">{who}</span>
              <span className="faint xs">{why}</span>
            </div>
            <span className={`badge ${sees ? "badge--ok" : ""}`}>{sees ? t("yes") : t("no")}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
