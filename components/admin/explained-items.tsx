import { getTranslations } from "next-intl/server"
import type { ItemView } from "@/core/explain/explain.schema"
import { Facts } from "./facts"

/** Rows of the table, field by field; what people wrote is told by its length alone. */
export async function ExplainedItems({ items }: { items: readonly ItemView[] }) {
  const t = await getTranslations("admin.explain")
  if (items.length === 0) return null
  return (
    <section className="stack">
      <h2 className="h-sec">{t("items")}</h2>
      {items.map(({ entity, values }) => (
        // What is told of a row tells it from the others: it holds their ids.
        <details key={`${entity} ${JSON.stringify(values)}`} className="panel panel__pad">
          <summary className="med">{entity}</summary>
          <Facts of={Object.entries(values)} className="pt-4" />
        </details>
      ))}
    </section>
  )
}
