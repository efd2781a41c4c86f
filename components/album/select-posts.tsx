"use client"

import { FolderPlus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { ChoiceBar } from "./choice-bar"
import { ChoiceTiles } from "./choice-tiles"
import { ChooseAlbum } from "./choose-album"
import { useChoice } from "./use-choice"
import { usePosts } from "./use-opened"

type Props = { handle: string; onDone: () => void }

/** One's own posts to choose from, many at once, and what can be done with them. */
export function SelectPosts({ handle, onDone }: Props) {
  const t = useTranslations("album")
  const list = usePosts(`/api/users/${handle}/posts`)
  const choice = useChoice(list.items.map(({ id }) => id))
  const [isChoosing, setChoosing] = useState(false)
  const isEmpty = choice.chosen.length === 0
  return (
    <>
      <ChoiceBar choice={choice} shown={list.items.length} onDone={onDone}>
        <button
          type="button"
          className="btn btn--primary btn--sm"
          aria-disabled={isEmpty}
          onClick={isEmpty ? undefined : () => setChoosing(true)}
        >
          <FolderPlus className="i i--sm" aria-hidden="true" />
          {t("addTo")}
        </button>
      </ChoiceBar>
      <p className="faint xs albumpart mt-2">{t("selectHint")}</p>
      <ChoiceTiles posts={list.items} choice={choice} label={t("selectHint")} />
      <p role="status" className="muted empty:hidden">
        {list.state === "loading" && t("loading")}
        {list.state === "failed" && t("failed")}
      </p>
      {list.cursor && list.state !== "loading" && (
        <div className="more">
          <button type="button" className="btn btn--line" onClick={list.more}>
            {t("older")}
          </button>
        </div>
      )}
      {isChoosing && (
        <ChooseAlbum postIds={choice.chosen} onClose={() => setChoosing(false)} onAdded={choice.none} />
      )}
    </>
  )
}
