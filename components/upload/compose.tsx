"use client"

import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { useRouter } from "@/i18n/navigation"
import type { Limits } from "./admit"
import { Audience } from "./audience"
import { Caption } from "./caption"
import { DropZone } from "./drop-zone"
import { PhotoList } from "./photo-list"
import { keepPreviews } from "./previews"
import { PublishBar } from "./publish-bar"
import { RefusalNotice } from "./refusal-notice"
import { tally } from "./uploads-view"
import { useDrops } from "./use-drops"
import { useLeaveGuard } from "./use-leave-guard"
import { usePublish, type Words } from "./use-publish"
import { useUploads } from "./use-uploads"

type Props = { limits: Limits & { caption: number; altText: number } }

/** Makes a post: photos come in, are sent and described, and are published together. */
export function Compose({ limits }: Props) {
  const t = useTranslations("upload")
  const router = useRouter()
  const choose = useRef<HTMLButtonElement>(null)
  const [words, setWords] = useState<Words>({ caption: "", visibility: "public" })
  const [movedTo, setMovedTo] = useState<number>()
  const { items, refusals, tell, add, replace, remove } = useUploads(limits)
  const over = useDrops(add)
  const publishing = usePublish(items, words, (publication) => {
    keepPreviews(items)
    const { status } = publication
    router.push(status === "published" ? `/p/${publication.post.id}` : `/drafts/${publication.draft.id}`)
  })
  useLeaveGuard(items.length > 0 && publishing.phase !== "done", t("leave"))
  const { all, ready, failed, described } = tally(items)

  return (
    <>
      <section className="stack stack--16">
        <div className="row row--wrap spread items-baseline">
          <h1 className="h-page">{t("title")}</h1>
          {all > 0 && (
            <p className="muted num">{t("count", { count: all, max: limits.photos, described })}</p>
          )}
        </div>
        <p className="vh" aria-live="polite">
          {all > 0 && <span>{t("summary", { count: all, ready, failed })}</span>}{" "}
          {movedTo && <span>{t("moved", { place: movedTo, count: all })}</span>}
        </p>
        <DropZone
          over={over}
          full={all >= limits.photos}
          max={limits.photos}
          photoBytes={limits.photoBytes}
          onFiles={add}
          buttonRef={choose}
        />
        <RefusalNotice
          refusals={refusals}
          max={limits.photos}
          photoBytes={limits.photoBytes}
          onDismiss={() => tell({ type: "refusals_read" })}
        />
        <PhotoList
          items={items}
          maxAltText={limits.altText}
          tell={tell}
          onMoved={setMovedTo}
          onReplace={replace}
          onRemove={remove}
          after={choose}
        />
      </section>
      <section className="compose__side">
        <Caption
          value={words.caption}
          max={limits.caption}
          onChange={(caption) => setWords({ ...words, caption })}
        />
        <Audience value={words.visibility} onChange={(visibility) => setWords({ ...words, visibility })} />
        <PublishBar
          items={items}
          visibility={words.visibility}
          publishing={publishing}
          blocked={[...words.caption.trim()].length > limits.caption}
        />
      </section>
    </>
  )
}
