import { useFormatter, useTranslations } from "next-intl"
import type { ExportView } from "@/core/export/export.schema"
import { ArchiveParts } from "./archive-parts"
import { ArchiveProgress } from "./archive-progress"
import { RemoveArchive } from "./remove-archive"

type Props = { archive: ExportView; onRemoved: () => void }

/** One archive: being made, ready for a week, or failed. */
export function Archive({ archive, onRemoved }: Props) {
  const t = useTranslations("data.export")
  const format = useFormatter()
  const { id, state, createdAt, expiresAt, photos, problems, parts } = archive
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" })
  return (
    <li className="panel stack stack--16 p-5">
      <div className="row row--wrap">
        <div className="grow">
          <div className="med">{t("madeOn", { date: day(createdAt) })}</div>
          {state === "ready" && (
            <div className="faint xs">
              {[
                t("photos", { count: photos?.total ?? 0 }),
                t("parts", { count: parts.length }),
                ...(expiresAt ? [t("until", { date: day(expiresAt) })] : []),
              ].join(" · ")}
            </div>
          )}
        </div>
        <RemoveArchive id={id} working={state === "working"} onRemoved={onRemoved} />
      </div>
      {state === "working" && <ArchiveProgress archive={archive} />}
      {state === "failed" && <p className="notice notice--warn">{t("failed")}</p>}
      {problems > 0 && <p className="notice notice--warn">{t("problems", { count: problems })}</p>}
      {state === "ready" && <ArchiveParts archive={archive} />}
    </li>
  )
}
