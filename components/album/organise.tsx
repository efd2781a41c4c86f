"use client"

import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from "lucide-react"
import { useTranslations } from "next-intl"
import { albums, takeOutAll } from "@/components/api/albums"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { AlbumView } from "@/core/album/album.schema"
import { ChoiceBar } from "./choice-bar"
import { ChoiceTiles } from "./choice-tiles"
import { type Move, movedIn, moveOf, without } from "./moves"
import { useChanges } from "./use-changes"
import { useChoice } from "./use-choice"
import { usePosts } from "./use-opened"

type Props = { album: AlbumView; onDone: () => void }

const ways = [
  { way: "first", Icon: ChevronFirst },
  { way: "earlier", Icon: ChevronLeft },
  { way: "later", Icon: ChevronRight },
  { way: "last", Icon: ChevronLast },
] as const

/** The posts of an album to put in order, take out, and choose the cover from. */
export function Organise({ album, onDone }: Props) {
  const t = useTranslations("album")
  const problemText = useProblemText()
  const list = usePosts(`/api/albums/${album.id}/items`)
  const { shown, add, settled } = useChanges(list.loaded, {
    onDone: ({ after }) => list.change(after),
    onFailed: (error) => {
      toast(problemText(error))
      // Some of it may have been done.
      return list.again()
    },
  })
  const ids = shown.items.map(({ id }) => id)
  const choice = useChoice(ids)
  const { chosen } = choice
  const manages = album.role === "owner" || album.role === "manager"
  const orders = manages && album.order === "hand"
  const isEmpty = chosen.length === 0

  const move = (to: Move | undefined) => {
    if (!to) return
    add({
      after: (now) => movedIn(now, to),
      send: async () => {
        await albums.order(album.id, to)
        toast(t("moved"))
      },
    })
  }
  const takeOut = () => {
    add({
      after: (now) => without(now, chosen),
      send: async () => {
        await takeOutAll(album.id, chosen)
        toast(t("takenOut", { count: chosen.length }))
      },
    })
    choice.none()
  }
  const makeCover = async () => {
    try {
      await albums.edit(album.id, { coverPostId: chosen[0] })
      toast(t("coverSet"))
    } catch (error) {
      toast(problemText(error))
    }
  }
  return (
    <>
      <ChoiceBar choice={choice} shown={ids.length} onDone={() => settled().then(onDone)}>
        {orders &&
          ways.map(({ way, Icon }) => (
            <button
              key={way}
              type="button"
              className="icon"
              aria-label={t(way)}
              title={t(way)}
              aria-disabled={isEmpty}
              onClick={() => move(moveOf(ids, chosen, way))}
            >
              <Icon className="i" aria-hidden="true" />
            </button>
          ))}
        {manages && (
          <button
            type="button"
            className="btn btn--quiet btn--sm"
            aria-disabled={chosen.length !== 1}
            onClick={chosen.length === 1 ? makeCover : undefined}
          >
            {t("cover")}
          </button>
        )}
        <button
          type="button"
          className="btn btn--line btn--sm"
          aria-disabled={isEmpty}
          onClick={isEmpty ? undefined : takeOut}
        >
          {t("takeOut")}
        </button>
      </ChoiceBar>
      <p className="faint xs albumpart mt-2">
        {manages && t(orders ? "orderHint" : "orderByTime")} {t("selectHint")}
      </p>
      <ChoiceTiles
        posts={shown.items}
        choice={choice}
        label={t("organise")}
        onDrop={
          orders ? (id, beforeId) => move({ postIds: [id], to: "before", besideId: beforeId }) : undefined
        }
      />
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
    </>
  )
}
