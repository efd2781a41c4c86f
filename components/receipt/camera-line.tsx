"use client"

import { Camera } from "lucide-react"
import { useTranslations } from "next-intl"
import type { Visibility } from "@/core/post/post.schema"

type Props = { shown: boolean; visibility: Visibility; onChange: (shown: boolean) => void }

/** Whether readers get what the photos were taken with and when. */
export function CameraLine({ shown, visibility, onChange }: Props) {
  const t = useTranslations("receipt")
  return (
    <li className="receipt__line">
      <Camera className="i i--sm" aria-hidden="true" />
      <span>
        {t.rich("camera", { shown: shown ? visibility : "no", b: (words) => <b>{words}</b> })}{" "}
        <button
          type="button"
          className="link receipt__do"
          aria-label={t(shown ? "hideCamera" : "showCamera")}
          onClick={() => onChange(!shown)}
        >
          {t(shown ? "hide" : "show")}
        </button>
      </span>
    </li>
  )
}
