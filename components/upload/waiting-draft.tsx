"use client"

import { ImagePlus } from "lucide-react"
import { useTranslations } from "next-intl"
import { drafts, photos } from "@/components/api-client"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { DraftView } from "@/core/draft/draft.schema"
import { Link } from "@/i18n/navigation"
import { useDraft } from "./use-draft"
import { WaitingPhoto } from "./waiting-photo"

/** A post in the making: each photo with what became of it, and what to do where one stands in the way. */
export function WaitingDraft({ draft: first }: { draft: DraftView }) {
  const t = useTranslations("upload.waiting")
  const problemText = useProblemText()
  const { draft, look } = useDraft(first)
  const act = (run: () => Promise<unknown>) => async () => {
    try {
      await run()
    } catch (error) {
      toast(problemText(error))
    }
    await look()
  }
  if (!draft) {
    return (
      <div className="stack stack--16">
        <h1 className="h-page">{t("discarded")}</h1>
        <Link className="btn btn--primary justify-self-start" href="/upload">
          <ImagePlus className="i" />
          {t("again")}
        </Link>
      </div>
    )
  }
  const failed = draft.photos.some(({ state }) => state === "failed" || state === "quarantined")
  return (
    <div className="stack stack--16">
      <div className="stack stack--4" role="status">
        <h1 className="h-page">{t(failed ? "failedTitle" : "title")}</h1>
        <p className="muted">{t(failed ? "failedLead" : "lead")}</p>
      </div>
      <ol>
        {draft.photos.map((photo, index) => (
          <WaitingPhoto
            key={photo.photoId}
            photo={photo}
            place={index + 1}
            onRetry={act(() => photos.retry(photo.photoId))}
            onRemove={act(() => photos.remove(photo.photoId))}
          />
        ))}
      </ol>
      {draft.caption && <p className="base whitespace-pre-line wrap-anywhere">{draft.caption}</p>}
      {failed && (
        <button
          type="button"
          className="btn btn--danger-quiet -ml-4 justify-self-start"
          onClick={act(() => drafts.remove(draft.id))}
        >
          {t("discard")}
        </button>
      )}
    </div>
  )
}
