"use client"

import { useTranslations } from "next-intl"
import type { Upload } from "./uploads-state"
import { tally } from "./uploads-view"
import type { usePublish, Words } from "./use-publish"

type Props = {
  items: readonly Upload[]
  visibility: Words["visibility"]
  publishing: ReturnType<typeof usePublish>
  /** A fault of the words that has to be put right first. */
  blocked: boolean
}

/** The button that publishes, and the one sentence that says what it will do. */
export function PublishBar({ items, visibility, publishing, blocked }: Props) {
  const t = useTranslations("upload.publish")
  const { phase, state, problem, publish, hold } = publishing
  const { sending, failed } = tally(items)
  const possible = phase === "editing" && (state === "up" || state === "sending") && !blocked
  const hint = () => {
    if (problem) return problem
    if (phase === "waiting") return t("held", { count: sending })
    if (state === "failed") return t("failed", { count: failed })
    if (state === "empty") return t("empty")
    return state === "sending" ? t("onTheWay", { count: sending }) : undefined
  }
  return (
    <div className="sticky-end stack">
      <button
        type="button"
        className="btn btn--primary btn--lg btn--wide"
        aria-disabled={!possible}
        aria-describedby="publish-hint"
        onClick={() => possible && publish()}
      >
        {phase === "editing" ? (
          t(visibility)
        ) : (
          <>
            <span className="spin" />
            {t(phase === "waiting" ? "waiting" : "sending")}
          </>
        )}
      </button>
      {phase === "waiting" && (
        <button type="button" className="btn btn--quiet btn--wide" onClick={hold}>
          {t("hold")}
        </button>
      )}
      <p
        id="publish-hint"
        className={problem ? "err justify-center" : "hint text-center empty:hidden"}
        role={problem && "alert"}
      >
        {hint()}
      </p>
    </div>
  )
}
