import { useFormatter, useTranslations } from "next-intl"
import type { ImportView } from "@/core/import/import.schema"
import { ImportActions } from "./import-actions"
import { ImportLedger } from "./import-ledger"
import { ImportProgress } from "./import-progress"
import { ImportResend } from "./import-resend"
import type { Sending } from "./use-sending"

type Props = {
  view: ImportView
  sending: Sending
  onChanged: (view: ImportView) => void
  onEnded: () => void
}

/** One import: what it is, how far it is, and what became of what is in it. */
export function ImportCard({ view, sending, onChanged, onEnded }: Props) {
  const t = useTranslations("data.import")
  const format = useFormatter()
  const { id, kind, state, reason, resumesAt, createdAt, counts } = view
  const isSending = sending.current?.id === id
  const done = counts.imported + counts.duplicate + counts.skipped
  return (
    <li className="panel stack stack--16 p-5">
      <div className="row row--wrap">
        <div className="grow">
          <div className="med">{t(`kind.${kind ?? "unknown"}`)}</div>
          <div className="faint xs">
            {format.dateTime(new Date(createdAt), { dateStyle: "medium" })}
            {" · "}
            {t(`state.${state}`)}
          </div>
        </div>
        <ImportActions view={view} sending={sending} onChanged={onChanged} onEnded={onEnded} />
      </div>
      {["sending", "reading", "importing", "paused"].includes(state) &&
        (isSending || state !== "sending") && (
          <ImportProgress view={view} sent={isSending ? sending.current?.sent : undefined} />
        )}
      {state === "sending" && !isSending && <ImportResend view={view} sending={sending} />}
      {reason && reason !== "person" && (
        <p className="notice notice--warn">
          {t(`reason.${reason}`, {
            time: resumesAt
              ? format.dateTime(new Date(resumesAt), { dateStyle: "medium", timeStyle: "short" })
              : "",
          })}
        </p>
      )}
      {done > 0 && <ImportLedger view={view} />}
    </li>
  )
}
