import { useTranslations } from "next-intl"
import { type ChangeEvent, useRef } from "react"
import { toast } from "@/components/ui/toast"
import type { ImportView } from "@/core/import/import.schema"
import type { Sending } from "./use-sending"

/** An archive that was being sent when the page was left: a browser gives a file to nobody who does not choose it again. */
export function ImportResend({ view, sending }: { view: ImportView; sending: Sending }) {
  const t = useTranslations("data.import")
  const input = useRef<HTMLInputElement>(null)
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(currentTarget.files ?? [])]
    currentTarget.value = ""
    if (chosen.length === 0) return
    const files = view.files.map(({ name, byteLength }) =>
      chosen.find((file) => file.name === name && file.size === byteLength),
    )
    if (files.every((file) => file !== undefined)) sending.start(view, files)
    else toast(t("otherFile"))
  }
  return (
    <div className="stack">
      <p className="muted">{t("again", { names: view.files.map(({ name }) => name).join(", ") })}</p>
      <div>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".zip,application/zip"
          aria-label={t("chooseAgain")}
          onChange={choose}
        />
        <button type="button" className="btn btn--line" onClick={() => input.current?.click()}>
          {t("chooseAgain")}
        </button>
      </div>
    </div>
  )
}
