import { getTranslations } from "next-intl/server"
import type { ItemView } from "@/core/explain/explain.schema"

/** Rows of the table, field by field; what people wrote is told by its length alone. */
export async function ExplainedItems({ items }: { items: readonly ItemView[] }) {
  const t = await getTranslations("admin.explain")
  if (items.length === 0) return null
  return (
    <section className="stack">
      <h2 className="h-sec">{t("items")}</h2>
      {items.map(({ entity, values }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of one kind have no name here, and never move
        <details key={`${entity} ${index}`} className="panel panel__pad">
          <summary className="med">{entity}</summary>
          <dl className="state-facts pt-4">
            {Object.entries(values).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{String(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
