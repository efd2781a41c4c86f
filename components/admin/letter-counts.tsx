import { useTranslations } from "next-intl"

/** How many dead letters each function has. */
export function LetterCounts({ counts }: { counts: Record<string, number> }) {
  const t = useTranslations("admin.deadLetters")
  return (
    <dl className="state-facts panel panel__pad" aria-label={t("counts")}>
      {Object.entries(counts).map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={count > 0 ? "med" : "faint"}>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
