"use client"

import { Pause, Play } from "lucide-react"
import { useTranslations } from "next-intl"
import { tell } from "./engine/desk"

/** Stops all uploads, and lets them go on. */
export function PauseButton({ paused }: { paused: boolean }) {
  const t = useTranslations("upload.pause")
  const Icon = paused ? Play : Pause
  return (
    <button
      type="button"
      className="btn btn--line btn--sm"
      onClick={() => tell({ type: "paused", paused: !paused })}
    >
      <Icon className="i i--sm" />
      {t(paused ? "goOn" : "pause")}
    </button>
  )
}
