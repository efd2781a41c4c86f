"use client"

import { Plus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { addAll } from "@/components/api/albums"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { AlbumCard } from "@/core/album/album.schema"
import { AlbumForm } from "./album-form"
import { useOpened } from "./use-opened"

type Props = { postIds: readonly string[]; onClose: () => void; onAdded?: () => void }

/** Asks which of one's own albums some posts are to go into, or makes a new one for them. */
export function ChooseAlbum({ postIds, onClose, onAdded }: Props) {
  const t = useTranslations("album")
  const problemText = useProblemText()
  const title = useId()
  const { items: cards, cursor, state, more } = useOpened<AlbumCard>("/api/albums", ({ id }) => id)
  const [isNew, setNew] = useState(false)
  const [busy, setBusy] = useState(false)

  const add = async (albumId: string) => {
    toast(t("added", { count: await addAll(albumId, postIds) }))
    onAdded?.()
    onClose()
  }
  const choose = async (albumId: string) => {
    setBusy(true)
    await add(albumId).catch((error) => toast(problemText(error)))
    setBusy(false)
  }
  if (isNew) return <AlbumForm onClose={onClose} onSaved={({ id }) => add(id)} />
  return (
    <Dialog open onClose={onClose} labelledBy={title}>
      <h2 id={title} className="h-sec">
        {t("addToTitle")}
      </h2>
      <p className="muted sm">{t("addToHint")}</p>
      <div className="albumlist">
        <div role="status" className="muted">
          {state === "idle" ? cards.length === 0 && t("noAlbums") : t(state)}
        </div>
        {cards.map((album) => (
          <button
            key={album.id}
            type="button"
            className="btn btn--line"
            aria-disabled={busy}
            onClick={() => !busy && choose(album.id)}
          >
            <span dir="auto">{album.title}</span>
          </button>
        ))}
        {cursor && (
          <button type="button" className="btn btn--quiet" onClick={more}>
            {t("older")}
          </button>
        )}
      </div>
      <div className="dialog__end">
        <button type="button" className="btn btn--line" onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="button" className="btn btn--primary" onClick={() => setNew(true)}>
          <Plus className="i i--sm" aria-hidden="true" />
          {t("new")}
        </button>
      </div>
    </Dialog>
  )
}
