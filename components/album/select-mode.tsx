"use client"

import { SquareCheck } from "lucide-react"
import { useTranslations } from "next-intl"
import { lazy, type ReactNode, Suspense, useState } from "react"

const SelectPosts = lazy(() => import("./select-posts").then((module) => ({ default: module.SelectPosts })))

type Props = { handle: string; children: ReactNode }

/** One's own posts as they hang, or to choose many of them from. */
export function SelectMode({ handle, children }: Props) {
  const t = useTranslations("album")
  const [isOn, setOn] = useState(false)
  if (isOn)
    return (
      <Suspense fallback={<p className="muted albumpart">{t("loading")}</p>}>
        <SelectPosts handle={handle} onDone={() => setOn(false)} />
      </Suspense>
    )
  return (
    <>
      <div className="albumpart flex justify-end">
        <button type="button" className="btn btn--quiet btn--sm" onClick={() => setOn(true)}>
          <SquareCheck className="i i--sm" aria-hidden="true" />
          {t("select")}
        </button>
      </div>
      {children}
    </>
  )
}
