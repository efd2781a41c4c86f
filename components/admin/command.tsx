import { useTranslations } from "next-intl"

type Props = { line: string; stage: string }

/** A command of the operations' command line, to copy. */
export function Command({ line, stage }: Props) {
  const t = useTranslations("admin")
  return (
    <code className="command">
      <span className="vh">{t("command")} </span>
      npm run ops -- {line}
      {stage === "local" ? "" : ` --stage ${stage}`}
    </code>
  )
}
