"use client"

import { ChevronDown, ChevronUp, GripVertical } from "lucide-react"
import { useTranslations } from "next-intl"
import type { PointerEvent } from "react"

type Props = {
  place: number
  count: number
  onMove: (by: -1 | 1) => void
  onGrip: (event: PointerEvent) => void
}

const button =
  "grid h-11 w-11 place-items-center rounded-full text-ink-muted hover:text-ink aria-disabled:cursor-default aria-disabled:text-line-strong sm:h-8 sm:w-6"

/** Changes a photo's place: two buttons, and a grip for those who drag. */
export function OrderButtons({ place, count, onMove, onGrip }: Props) {
  const t = useTranslations("upload.photo")
  if (count < 2) return <div />
  return (
    <div className="flex items-center justify-center max-sm:col-start-1 max-sm:row-start-2 sm:-my-2 sm:flex-col">
      <button
        type="button"
        className={button}
        aria-label={t("earlier", { place })}
        aria-disabled={place === 1}
        onClick={() => place > 1 && onMove(-1)}
      >
        <ChevronUp className="i" />
      </button>
      <span className="up__grip cursor-grab touch-none" title={t("grip")} onPointerDown={onGrip}>
        <GripVertical className="i" />
      </span>
      <button
        type="button"
        className={button}
        aria-label={t("later", { place })}
        aria-disabled={place === count}
        onClick={() => place < count && onMove(1)}
      >
        <ChevronDown className="i" />
      </button>
    </div>
  )
}
