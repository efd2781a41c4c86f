"use client"

import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { addAll } from "@/components/api/albums"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { ChoiceBar } from "./choice-bar"
import { ChoiceTiles } from "./choice-tiles"
import { useChoice } from "./use-choice"
import { usePosts } from "./use-opened"

type Props = { albumId: string; handle: string; onClose: () => void; onAdded: () => void }

/** Chooses from one's own posts those that go into an album. */
export function AddPhotos({ albumId, handle, onClose, onAdded }: Props) {
  const t = useTranslations("album")
  const problemText = useProblemText()
  const titleId = useId()
  const [busy, setBusy] = useState(false)
  const list = usePosts(`/api/users/${handle}/posts`)
  const choice = useChoice(list.items.map(({ id }) => id))
  const count = choice.chosen.length

  const add = async () => {
    setBusy(true)
    try {
      toast(t("added", { count: await addAll(albumId, choice.chosen) }))
      onAdded()
      onClose()
    } catch (error) {
      toast(problemText(error))
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={onClose} labelledBy={titleId} className="dialog dialog--wide">
      <h2 id={titleId} className="h-sec">
        {t("chooseTitle")}
      </h2>
      <p className="muted sm">{t("addToHint")}</p>
      <ChoiceBar choice={choice} shown={list.items.length} onDone={onClose}>
        <button
          type="button"
          className="btn btn--primary btn--sm"
          aria-disabled={busy || count === 0}
          onClick={busy || count === 0 ? undefined : add}
        >
          {t("addSelected", { count })}
        </button>
      </ChoiceBar>
      <ChoiceTiles posts={list.items} choice={choice} label={t("chooseTitle")} />
      <p role="status" className="muted empty:hidden">
        {list.state === "loading" && t("loading")}
        {list.state === "failed" && t("failed")}
        {list.state === "idle" && list.items.length === 0 && t("chooseNone")}
      </p>
      {list.cursor && list.state !== "loading" && (
        <button type="button" className="btn btn--line" onClick={list.more}>
          {t("older")}
        </button>
      )}
    </Dialog>
  )
}
