import { useTranslations } from "next-intl"

const kinds = ["instagram", "takeout", "ichimai"] as const

/** How one gets an archive from elsewhere, in plain words. */
export function ImportHelp() {
  const t = useTranslations("data.import.help")
  return (
    <div className="stack">
      {kinds.map((kind) => (
        <details key={kind}>
          <summary className="med">{t(`${kind}.title`)}</summary>
          <ol className="muted list-decimal ps-6 pt-2">
            {(["one", "two", "three"] as const).map((step) => (
              <li key={step}>{t(`${kind}.${step}`)}</li>
            ))}
          </ol>
          <p className="muted pt-2">{t(`${kind}.what`)}</p>
        </details>
      ))}
    </div>
  )
}
