"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { drafts } from "@/components/api/posts"
import { toast } from "@/components/ui/toast"
import { AskFirst } from "@/components/upload/ask-first"
import { scheduleFault } from "@/components/upload/schedule"
import { ScheduleField } from "@/components/upload/schedule-field"
import { useProblemText } from "@/components/use-problem-text"
import type { DraftView, Publication } from "@/core/draft/draft.schema"
import type { PhotoView } from "@/core/photo/photo.schema"
import { Link, useRouter } from "@/i18n/navigation"
import { type Content, changesOf } from "./content"
import { EditPhotos } from "./edit-photos"
import type { EditLimits } from "./edit-post"
import { EditSide } from "./edit-side"

type Props = { draft: DraftView; receipts: readonly PhotoView[]; limits: EditLimits }

/** A post that was kept for later, to be changed, published, or given another time. */
export function EditDraft({ draft, receipts, limits }: Props) {
  const t = useTranslations("drafts")
  const edit = useTranslations("edit")
  const router = useRouter()
  const problemText = useProblemText()
  const [first] = useState(() => contentOf(draft))
  const [content, setContent] = useState(first)
  const [publishAt, setPublishAt] = useState(draft.publishAt)
  const [doing, setDoing] = useState<"save" | "publish">()
  const [problem, setProblem] = useState<string>()
  const { photos } = content
  const fault = scheduleFault(publishAt)
  const tooLong = [...content.caption.trim()].length > limits.caption
  const usable =
    photos.length > 0 && photos.every(({ state }) => state !== "failed" && state !== "quarantined")
  const idle = doing === undefined && !tooLong

  const go = (
    what: "save" | "publish",
    run: () => Promise<Publication>,
    told: (one: Publication) => string,
  ) => {
    setDoing(what)
    setProblem(undefined)
    run().then(
      (publication) => {
        toast(told(publication))
        router.push(publication.status === "published" ? `/p/${publication.post.id}` : "/drafts")
        router.refresh()
      },
      (error) => {
        setProblem(problemText(error))
        setDoing(undefined)
      },
    )
  }
  const change = (at: string | undefined) =>
    drafts.edit(draft.id, { ...changesOf(first, content), ...(at === undefined ? {} : { publishAt: at }) })
  const save = () =>
    go(
      "save",
      // A time that is no longer wanted is taken away; another one is for the other button.
      () => change(publishAt === draft.publishAt ? undefined : (publishAt ?? "")),
      ({ status }) => t(status === "scheduled" ? "scheduled" : "saved"),
    )
  const publish = () =>
    go(
      "publish",
      async () => {
        const changed = await change(publishAt)
        return publishAt ? changed : drafts.publish(draft.id)
      },
      ({ status }) => t(status === "published" ? "published" : publishAt ? "scheduled" : "waiting"),
    )
  const canPublish = idle && usable && !fault
  const canSave = idle && !fault
  return (
    <>
      <section className="stack stack--16" inert={doing !== undefined}>
        <h1 className="h-page">{edit("draftTitle")}</h1>
        {draft.failure && (
          <p className="notice notice--danger" role="status">
            {t(`failure.${draft.failure}`)}
          </p>
        )}
        <EditPhotos
          photos={photos}
          maxAltText={limits.altText}
          least={0}
          onChange={(next) => setContent((now) => ({ ...now, photos: next }))}
        />
        {photos.length === 0 && <p className="muted">{t("noPhoto")}</p>}
      </section>
      <section className="compose__side">
        <div className="contents" inert={doing !== undefined}>
          <EditSide
            content={content}
            receipts={receipts}
            limits={limits}
            onChange={(some) => setContent((now) => ({ ...now, ...some }))}
          />
          <ScheduleField value={publishAt} onChange={setPublishAt} />
        </div>
        <div className="sticky-end stack">
          <div className="row">
            <button
              type="button"
              className="btn btn--line btn--lg"
              aria-disabled={!canSave}
              onClick={() => canSave && save()}
            >
              {doing === "save" && <span className="spin" />}
              {t("save")}
            </button>
            <button
              type="button"
              className="btn btn--primary btn--lg grow"
              aria-disabled={!canPublish}
              onClick={() => canPublish && publish()}
            >
              {doing === "publish" && <span className="spin" />}
              {t(publishAt !== undefined ? "schedule" : "publish")}
            </button>
          </div>
          {problem && (
            <p className="err justify-center" role="alert">
              {problem}
            </p>
          )}
        </div>
        <div className="row spread">
          <Link className="btn btn--quiet" href="/drafts">
            {edit("cancel")}
          </Link>
          <AskFirst
            className="btn btn--danger-quiet"
            act={t("discard")}
            title={t("discardTitle")}
            text={t("discardText", { count: draft.photos.length })}
            keep={t("keep")}
            onSure={() =>
              drafts.remove(draft.id).then(
                () => {
                  router.push("/drafts")
                  router.refresh()
                  toast(t("discarded"))
                },
                (error) => setProblem(problemText(error)),
              )
            }
          />
        </div>
      </section>
    </>
  )
}

function contentOf(draft: DraftView): Content {
  const {
    photos,
    caption,
    visibility,
    commentsAllowed,
    license,
    contentWarning = "",
    showCamera,
    location,
  } = draft
  return { photos, caption, visibility, commentsAllowed, license, contentWarning, showCamera, location }
}
