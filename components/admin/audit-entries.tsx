import { getTranslations } from "next-intl/server"
import type { AuditView } from "@/core/audit/audit.schema"
import { Link } from "@/i18n/navigation"

type Props = {
  entries: readonly AuditView[]
  /** Handles of people, by id. */
  handles: ReadonlyMap<string, string>
}

/** What was done, by whom, as a table; on a phone as a list. */
export async function AuditEntries({ entries, handles }: Props) {
  const t = await getTranslations("admin.audit")
  const by = (entry: AuditView) => {
    const handle = handles.get(entry.by)
    return handle ? <Link href={`/admin/people/${entry.by}`}>@{handle}</Link> : entry.by
  }
  const did = ({ what, userId }: AuditView) =>
    userId ? <Link href={`/admin/people/${userId}`}>{what}</Link> : what
  return (
    <>
      <div className="panel only-desk">
        <table className="table">
          <thead>
            <tr>
              {(["at", "by", "did", "detail"] as const).map((name) => (
                <th key={name} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td className="num nowrap">{timeOf(entry.at)}</td>
                <td>{by(entry)}</td>
                <td className="med">{did(entry)}</td>
                <td className="muted">{entry.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="list only-phone">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div className="grow stack stack--4">
              <div className="med">{did(entry)}</div>
              <div className="muted wrap">{entry.detail}</div>
              <div className="faint xs num wrap">
                {timeOf(entry.at)} · {by(entry)}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** To the second, in UTC, as logs have it. */
const timeOf = (at: string) => at.slice(0, 19).replace("T", " ")
