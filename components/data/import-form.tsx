import { FileArchive } from "lucide-react"
import { useTranslations } from "next-intl"
import { type ChangeEvent, useRef, useState } from "react"
import { imports } from "@/components/api/imports"
import { toast } from "@/components/ui/toast"
import { Audience } from "@/components/upload/audience"
import { useProblemText } from "@/components/use-problem-text"
import type { ImportView } from "@/core/import/import.schema"
import type { Visibility } from "@/core/post/post.schema"
import { ImportHelp } from "./import-help"

type Props = { onBegun: (view: ImportView, files: readonly File[]) => void }

/** Chooses the files of an archive, and who is to see what comes of them. */
export function ImportForm({ onBegun }: Props) {
  const t = useTranslations("data.import")
  const problemText = useProblemText()
  const [visibility, setVisibility] = useState<Visibility>("private")
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(currentTarget.files ?? [])]
    currentTarget.value = ""
    if (files.length === 0 || busy) return
    setBusy(true)
    try {
      const named = files.map(({ name, size }) => ({ name, byteLength: size }))
      onBegun(await imports.begin({ files: named, options: { visibility } }), files)
    } catch (error) {
      toast(problemText(error))
    }
    setBusy(false)
  }
  return (
    <div className="stack stack--16">
      <ImportHelp />
      <Audience value={visibility} onChange={setVisibility} />
      <p className="faint xs">{t("audienceHint")}</p>
      <div>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".zip,application/zip"
          aria-label={t("choose")}
          onChange={choose}
        />
        <button
          type="button"
          className="btn btn--primary"
          aria-disabled={busy}
          onClick={() => busy || input.current?.click()}
        >
          <FileArchive className="i i--sm" />
          {t("choose")}
        </button>
      </div>
    </div>
  )
}
