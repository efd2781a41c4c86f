import { Download } from "lucide-react"
import { useTranslations } from "next-intl"
import { partAddress } from "@/components/api/data"
import { useFileSize } from "@/components/upload/use-file-size"
import type { ExportView } from "@/core/export/export.schema"

/** The parts of an archive, each downloaded by itself: one that breaks off is begun again without the others. */
export function ArchiveParts({ archive: { id, parts } }: { archive: ExportView }) {
  const t = useTranslations("data.export")
  const size = useFileSize()
  return (
    <div className="stack">
      {parts.length > 1 && <p className="muted">{t("several")}</p>}
      <ul className="row row--wrap">
        {parts.map(({ number, byteLength }) => (
          <li key={number}>
            <a className="btn btn--line btn--sm" href={partAddress(id, number)} download>
              <Download className="i i--sm" />
              {parts.length > 1 ? t("part", { number }) : t("download")}
              <span className="faint">{size(byteLength)}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
