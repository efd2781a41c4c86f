import { useTranslations } from "next-intl"
import { ProgressBar } from "@/components/ui/progress-bar"
import { useFileSize } from "@/components/upload/use-file-size"
import type { ImportView } from "@/core/import/import.schema"

type Props = { view: ImportView; sent: number | undefined }

/** How far an import is: in bytes while it is sent, in things of the archive afterwards. */
export function ImportProgress({ view: { files, counts, state }, sent }: Props) {
  const t = useTranslations("data.import")
  const size = useFileSize()
  const bytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const done = counts.imported + counts.duplicate + counts.skipped
  const [part, whole] = sent === undefined ? [done, counts.total] : [sent, bytes]
  const percent =
    whole > 0 && state !== "reading" ? Math.min(100, Math.round((part / whole) * 100)) : undefined
  return (
    <div className="stack stack--4">
      <ProgressBar label={t("progressName")} percent={percent} />
      <p className="faint xs" role="status">
        {sent === undefined
          ? state === "reading"
            ? t("reading")
            : t("progress", { done, total: counts.total })
          : t("sent", { done: size(sent), total: size(bytes) })}
      </p>
      {sent !== undefined && <p className="faint xs">{t("keepOpen")}</p>}
    </div>
  )
}
