import { useTranslations } from "next-intl"
import { useId } from "react"
import { Link } from "@/i18n/navigation"

type Props = { filter: { day?: string; what?: string; userId?: string } }

/** Narrows the audit trail: an ordinary form, which needs no script. */
export function AuditFilter({ filter }: Props) {
  const t = useTranslations("admin.audit")
  const id = useId()
  const field = (name: keyof Props["filter"], label: string, more: object) => (
    <div className="field">
      <label className="field__label" htmlFor={`${id}-${name}`}>
        {label}
      </label>
      <input id={`${id}-${name}`} name={name} className="input" defaultValue={filter[name]} {...more} />
    </div>
  )
  return (
    <form className="filters">
      {field("day", t("day"), { type: "date" })}
      {field("what", t("what"), { placeholder: t("whatHint"), maxLength: 100, autoCapitalize: "none" })}
      {field("userId", t("person"), { placeholder: "usr_…", pattern: "usr_[0-9A-Z]{26}" })}
      <div className="row">
        <button type="submit" className="btn btn--primary">
          {t("filter")}
        </button>
        {Object.keys(filter).length > 0 && (
          <Link className="btn btn--quiet" href="/admin/audit">
            {t("all")}
          </Link>
        )}
      </div>
    </form>
  )
}
