import { useTranslations } from "next-intl"
import { ProgressBar } from "@/components/ui/progress-bar"
import { useFileSize } from "@/components/upload/use-file-size"
import type { ExportView } from "@/core/export/export.schema"

/** How far an archive is; without a number until it is known what goes into it. */
export function ArchiveProgress({ archive: { photos, bytes } }: { archive: ExportView }) {
  const t = useTranslations("data.export")
  const size = useFileSize()
  const share = bytes && bytes.total > 0 ? bytes.done / bytes.total : undefined
  const percent = share === undefined ? undefined : Math.min(100, Math.round(share * 100))
  return (
    <div className="stack stack--4">
      <ProgressBar label={t("progressName")} percent={percent} />
      <p className="faint xs" role="status">
        {photos && bytes
          ? `${t("progress", photos)} · ${t("bytes", { done: size(bytes.done), total: size(bytes.total) })}`
          : t("gathering")}
      </p>
    </div>
  )
}
