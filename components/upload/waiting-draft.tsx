"use client"

import { ImagePlus } from "lucide-react"
import { useTranslations } from "next-intl"
import { drafts } from "@/components/api/posts"
import type { DraftView } from "@/core/draft/draft.schema"
import { Link } from "@/i18n/navigation"
import { AskFirst } from "./ask-first"
import { forgetDraft } from "./engine/actions"
import type { Maker } from "./engine/engine"
import { goOnHere } from "./engine/opening"
import { tally } from "./engine/uploads-view"
import { Overall } from "./overall"
import { useDesk } from "./use-desk"
import { useDraft } from "./use-draft"
import { WaitingPhoto } from "./waiting-photo"

type Props = { draft: DraftView; maker: Maker }

/** A post in the making: each photo with what became of it, and what to do where one stands in the way. */
export function WaitingDraft({ draft: first, maker }: Props) {
  const t = useTranslations("upload.waiting")
  const otherTab = useTranslations("upload.otherTab")
  const desk = useDesk(maker)
  const { draft, act } = useDraft(first)
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
  const items = desk.posts.find(({ draftId }) => draftId === draft.id)?.items ?? []
  const { sending, failed: unsent } = tally(items)
  const failed = unsent > 0 || draft.photos.some(({ state }) => state === "failed" || state === "quarantined")
  const missing = draft.photos.some(
    ({ photoId, state }) => state === "awaiting" && !items.some((item) => item.photoId === photoId),
  )
  const [title, lead] = failed
    ? (["failedTitle", "failedLead"] as const)
    : sending > 0
      ? (["sendingTitle", "sendingLead"] as const)
      : missing
        ? (["sendingTitle", desk.tab === "opening" ? undefined : "elsewhereLead"] as const)
        : (["title", "lead"] as const)
  const discard = async () => {
    await drafts.remove(draft.id)
    forgetDraft(draft.id)
  }
  return (
    <div className="stack stack--16">
      <div className="stack stack--4" role="status">
        <h1 className="h-page">{t(title)}</h1>
        {lead && <p className="muted">{t(lead, { count: sending })}</p>}
      </div>
      {missing && desk.tab === "other" && (
        <button type="button" className="btn btn--primary justify-self-start" onClick={goOnHere}>
          {otherTab("take")}
        </button>
      )}
      {sending > 0 && <Overall items={items} desk={desk} />}
      <ol>
        {draft.photos.map((photo, index) => (
          <WaitingPhoto
            key={photo.photoId}
            photo={photo}
            upload={items.find(({ photoId }) => photoId === photo.photoId)}
            desk={desk}
            place={index + 1}
            act={act}
          />
        ))}
      </ol>
      {draft.caption && <p className="base whitespace-pre-line wrap-anywhere">{draft.caption}</p>}
      <div className="row row--wrap">
        <Link className="btn btn--line" href="/upload">
          <ImagePlus className="i" />
          {t("again")}
        </Link>
        <AskFirst
          className="btn btn--danger-quiet"
          act={t("discard")}
          title={t("question")}
          text={t("consequence", { count: draft.photos.length })}
          keep={t("keep")}
          onSure={act(discard)}
        />
      </div>
    </div>
  )
}
