import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Mark } from "@/components/layout/mark"

type Props = {
  /** What all of it was. */
  text: string
  /** Where to go on, as links. */
  children?: ReactNode
}

/** The end of a feed: a line, so that nobody waits for more. */
export function CaughtUp({ text, children }: Props) {
  const t = useTranslations("explore")
  return (
    <div className="caughtup">
      <Mark />
      <p className="med base text-ink">{t("end")}</p>
      <p>{text}</p>
      {children && <div className="caughtup__do">{children}</div>}
    </div>
  )
}
