"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Choice } from "./use-choice"

type Props = {
  choice: Choice
  /** How many there are to choose from. */
  shown: number
  onDone: () => void
  /** What can be done with the chosen ones. */
  children: ReactNode
}

/** How many posts are chosen, and what can be done with them. */
export function ChoiceBar({ choice, shown, onDone, children }: Props) {
  const t = useTranslations("album")
  const count = choice.chosen.length
  return (
    <div className="selectbar">
      <span className="selectbar__count med" role="status">
        {t("selected", { count })}
      </span>
      <button
        type="button"
        className="btn btn--quiet btn--sm"
        onClick={count === shown && count > 0 ? choice.none : choice.all}
      >
        {t(count === shown && count > 0 ? "selectNone" : "selectAll")}
      </button>
      <div className="selectbar__acts">
        {children}
        <button type="button" className="btn btn--line btn--sm" onClick={onDone}>
          {t("done")}
        </button>
      </div>
    </div>
  )
}
