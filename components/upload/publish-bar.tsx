"use client"

import { useTranslations } from "next-intl"
import { useProblemText } from "@/components/use-problem-text"
import { wantPublished, wantSaved } from "./engine/actions"
import { tell } from "./engine/desk"
import type { Making } from "./engine/making"
import { readiness, tally } from "./engine/uploads-view"

type Props = {
  post: Making
  /** A fault of the words that has to be put right first. */
  tooLong: boolean
  /** A time that it cannot be published at. */
  untimely: boolean
}

/** The button that publishes, and the one sentence that says what it will do. */
export function PublishBar({ post, tooLong, untimely }: Props) {
  const t = useTranslations("upload.publish")
  const problemText = useProblemText()
  const { items, words, publishing, problem } = post
  const state = readiness(items)
  const possible = !publishing && (state === "up" || state === "sending") && !tooLong && !untimely
  const { sending, failed } = tally(items)
  // Words alone can be kept too; what failed is put right first.
  const keepable = state !== "failed" && !tooLong && (items.length > 0 || words.caption.trim() !== "")
  const unknown = items.filter(({ photoId }) => !photoId).length
  const hint = () => {
    if (publishing) return publishing.sent ? undefined : t("held", { count: unknown })
    if (problem !== undefined) return problemText(problem)
    if (state === "failed") return t("failed", { count: failed })
    if (state === "empty") return t("empty")
    return state === "sending" ? t("onTheWay", { count: sending }) : undefined
  }
  const wrong = problem !== undefined && !publishing
  return (
    <div className="sticky-end stack">
      <div className="row">
        {!publishing && keepable && (
          <button type="button" className="btn btn--quiet btn--lg" onClick={() => wantSaved(post)}>
            {t("save")}
          </button>
        )}
        <button
          type="button"
          className="btn btn--primary btn--lg grow"
          aria-disabled={!possible}
          aria-describedby="publish-hint"
          onClick={() => possible && wantPublished(post)}
        >
          {publishing ? (
            <>
              <span className="spin" />
              {t(publishing.sent ? (publishing.as ? "draftSending" : "sending") : "waiting")}
            </>
          ) : (
            t(
              words.publishAt !== undefined
                ? "schedule"
                : words.visibility === "private"
                  ? "private"
                  : "public",
            )
          )}
        </button>
      </div>
      {publishing && !publishing.sent && (
        <button
          type="button"
          className="btn btn--quiet btn--wide"
          onClick={() => tell({ type: "held", id: post.id })}
        >
          {t("hold")}
        </button>
      )}
      <p
        id="publish-hint"
        className={wrong ? "err justify-center" : "hint text-center empty:hidden"}
        role={wrong ? "alert" : undefined}
      >
        {hint()}
      </p>
    </div>
  )
}
