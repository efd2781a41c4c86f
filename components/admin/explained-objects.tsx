import { getTranslations } from "next-intl/server"
import type { ObjectView } from "@/core/explain/explain.schema"

/** Objects of storage, those among them that should be there and are not. */
export async function ExplainedObjects({ objects }: { objects: readonly ObjectView[] }) {
  const t = await getTranslations("admin.explain")
  if (objects.length === 0) return null
  return (
    <section className="stack">
      <h2 className="h-sec">{t("objects")}</h2>
      <ul className="list panel px-5 py-1">
        {objects.map(({ bucket, key, there, bytes, sha256 }) => (
          <li key={`${bucket} ${key}`}>
            <div className="grow stack stack--4">
              <span className="wrap">
                {bucket}/{key}
              </span>
              <span className="faint xs num wrap">
                {bytes === undefined ? "" : t("bytes", { bytes })} {sha256}
              </span>
            </div>
            <span className={`badge ${there ? "badge--ok" : "badge--danger"}`}>
              {there ? t("there") : t("missing")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
