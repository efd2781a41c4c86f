"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { posts } from "@/components/api/posts"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { PhotoView } from "@/core/photo/photo.schema"
import type { Visibility } from "@/core/post/post.schema"
import { Link, useRouter } from "@/i18n/navigation"
import { type Content, changesOf } from "./content"
import { EditPhotos } from "./edit-photos"
import { EditSide } from "./edit-side"

export type EditLimits = { caption: number; altText: number; contentWarning: number }
type Props = { postId: string; first: Content; receipts: readonly PhotoView[]; limits: EditLimits }

/** Changes everything about a post after it was published. */
export function EditPost({ postId, first, receipts, limits }: Props) {
  const t = useTranslations("edit")
  const router = useRouter()
  const problemText = useProblemText()
  const [content, setContent] = useState(first)
  const [state, setState] = useState<"asking" | "saving">()
  const [problem, setProblem] = useState<string>()
  const changes = changesOf(first, content)
  const removed = first.photos.length - content.photos.length
  const tooLong = [...content.caption.trim()].length > limits.caption
  const possible = Object.keys(changes).length > 0 && !tooLong && state === undefined
  const page = `/p/${postId}`

  const save = async () => {
    setState("saving")
    setProblem(undefined)
    try {
      const { visibility } = await posts.edit(postId, changes)
      router.push(page)
      router.refresh()
      toast(t(sentence(first.visibility, visibility)))
    } catch (error) {
      setProblem(problemText(error))
      setState(undefined)
    }
  }
  return (
    <>
      <section className="stack stack--16" inert={state === "saving"}>
        <h1 className="h-page">{t("title")}</h1>
        <p className="muted">{t("lead")}</p>
        <EditPhotos
          photos={content.photos}
          maxAltText={limits.altText}
          least={1}
          onChange={(photos) => setContent((now) => ({ ...now, photos }))}
        />
        {removed > 0 ? (
          <button
            type="button"
            className="btn btn--line justify-self-start"
            onClick={() => setContent((now) => ({ ...now, photos: withRemoved(first, now) }))}
          >
            {t("undo")}
          </button>
        ) : null}
        {content.photos.length === 1 && <p className="hint">{t("last")}</p>}
      </section>
      <section className="compose__side">
        <div className="contents" inert={state === "saving"}>
          <EditSide
            content={content}
            receipts={receipts}
            limits={limits}
            onChange={(some) => setContent((now) => ({ ...now, ...some }))}
          />
        </div>
        <div className="sticky-end stack">
          <div className="row">
            <Link className="btn btn--quiet btn--lg" href={page}>
              {t("cancel")}
            </Link>
            <button
              type="button"
              className="btn btn--primary btn--lg grow"
              aria-disabled={!possible}
              aria-describedby="edit-hint"
              onClick={() => possible && (removed > 0 ? setState("asking") : save())}
            >
              {state === "saving" && <span className="spin" />}
              {t(state === "saving" ? "saving" : "save")}
            </button>
          </div>
          <p
            id="edit-hint"
            className={problem ? "err justify-center" : "vh"}
            role={problem ? "alert" : undefined}
          >
            {problem ?? (Object.keys(changes).length === 0 ? t("unchanged") : "")}
          </p>
        </div>
        <Ask
          open={state === "asking"}
          onClose={() => setState((now) => (now === "asking" ? undefined : now))}
          title={t("remove.title", { count: removed })}
          text={t("remove.text")}
          keep={t("remove.keep")}
          act={t("remove.act")}
          onAct={save}
        />
      </section>
    </>
  )
}

/** What is left, in its order, and then what was taken out. */
const withRemoved = (first: Content, { photos }: Content) => [
  ...photos,
  ...first.photos.filter(({ photoId }) => !photos.some((photo) => photo.photoId === photoId)),
]

const reach: Record<Visibility, number> = { private: 0, followers: 1, public: 2 }

/** What to say of a change: who sees it now comes first. */
function sentence(before: Visibility, after: Visibility) {
  if (after !== "public" && reach[after] < reach[before]) return `narrowed.${after}` as const
  if (after !== "private" && reach[after] > reach[before]) return `widened.${after}` as const
  return "saved" as const
}
