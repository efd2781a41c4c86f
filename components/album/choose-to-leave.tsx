"use client"

import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { albums as api } from "@/components/api/albums"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { AlbumsOfPost } from "@/core/album/album.schema"
import { useRouter } from "@/i18n/navigation"

type Props = {
  postId: string
  /** Those that it is in, also where its author is no member any more. */
  albums: AlbumsOfPost["items"]
  onClose: () => void
}

/** Asks which of its albums a post is to be taken out of. */
export function ChooseToLeave({ postId, albums, onClose }: Props) {
  const t = useTranslations("album")
  const problemText = useProblemText()
  const router = useRouter()
  const title = useId()
  const [busy, setBusy] = useState(false)

  const takeOut = async (albumId: string) => {
    setBusy(true)
    try {
      await api.takeOut(albumId, [postId])
      router.refresh()
      toast(t("takenOut", { count: 1 }))
      onClose()
    } catch (error) {
      setBusy(false)
      toast(problemText(error))
    }
  }

  return (
    <Dialog open onClose={onClose} labelledBy={title}>
      <h2 id={title} className="h-sec">
        {t("takeOutOfTitle")}
      </h2>
      <p className="muted sm">{t("takeOutOfHint")}</p>
      <div className="albumlist">
        {albums.map((album) => (
          <button
            key={album.id}
            type="button"
            className="btn btn--line"
            aria-disabled={busy}
            onClick={busy ? undefined : () => takeOut(album.id)}
          >
            <span dir="auto">{album.title}</span>
          </button>
        ))}
      </div>
      <div className="dialog__end">
        <button type="button" className="btn btn--line" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </Dialog>
  )
}
