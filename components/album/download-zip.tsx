"use client"

import { makeZip } from "client-zip"
import { useTranslations } from "next-intl"
import { useEffect, useId, useRef, useState } from "react"
import { albums } from "@/components/api/albums"
import { Dialog } from "@/components/ui/dialog"
import type { AlbumView } from "@/core/album/album.schema"
import type { PostView } from "@/core/post/post.schema"
import { zipFiles } from "./zip/files"
import { safeName } from "./zip/names"
import { chosenFile, save, writesToDisk } from "./zip/save"

type Props = { album: Pick<AlbumView, "id" | "title">; onClose: () => void }
type State = "ready" | "running" | "done" | "failed"

const nothing = { photos: 0, bytes: 0, skipped: 0, ended: 0 }

/** Packs an album into a ZIP file here in the browser: each photo comes from its own address, when it is its turn. */
export function DownloadZip({ album, onClose }: Props) {
  const t = useTranslations("album.zip")
  const actions = useTranslations("album")
  const titleId = useId()
  const [state, setState] = useState<State>("ready")
  const [told, setTold] = useState(nothing)
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async () => {
    const controller = new AbortController()
    const { signal } = controller
    const name = `${safeName(album.title) || album.id}.zip`
    let file: WritableStream<Uint8Array> | undefined
    try {
      file = await chosenFile(name)
    } catch {
      // The person chose no place for it.
      return
    }
    running.current = controller
    setTold(nothing)
    setState("running")
    const add = (part: keyof typeof nothing, count: number) =>
      setTold((before) => ({ ...before, [part]: before[part] + count }))
    const files = zipFiles({
      posts: postsOf(album.id, signal),
      get: (address) => fetch(address, { signal }),
      onPhoto: () => add("photos", 1),
      onBytes: (count) => add("bytes", count),
      onSkipped: () => add("skipped", 1),
      onEnded: () => add("ended", 1),
      words: { missing: t("missing"), ended: t("ended") },
      signal,
    })
    try {
      await save(makeZip(files), name, file, signal)
      setState("done")
    } catch {
      setState(signal.aborted ? "ready" : "failed")
    }
  }
  const isWhole = told.ended === 0
  const megabytes = (told.bytes / 1e6).toFixed(1)
  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <h2 id={titleId} className="h-sec">
        {t("title")}
      </h2>
      <p className="muted base">{t("text")}</p>
      {!writesToDisk() && <p className="faint sm">{t("memory")}</p>}
      <p role="status" className="empty:hidden">
        {state === "running" && t("progress", { count: told.photos, megabytes })}
        {state === "done" && t("done", { count: told.photos })}
        {state === "failed" && t("failed")}
        {state === "done" && !isWhole && ` ${t("notWhole")}`}
        {state === "done" && told.skipped > 0 && ` ${t("skipped", { count: told.skipped })}`}
      </p>
      <div className="dialog__end">
        {state === "running" ? (
          <button type="button" className="btn btn--line" onClick={() => running.current?.abort()}>
            {t("stop")}
          </button>
        ) : (
          <>
            <button type="button" className="btn btn--line" onClick={onClose}>
              {actions("close")}
            </button>
            {!(state === "done" && isWhole) && (
              <button type="button" className="btn btn--primary" onClick={start}>
                {t("start")}
              </button>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

async function* postsOf(albumId: string, signal: AbortSignal): AsyncGenerator<PostView> {
  let cursor: string | null | undefined
  do {
    const page = await albums.items(albumId, { limit: 50, ...(cursor ? { cursor } : {}) }, signal)
    yield* page.items
    cursor = page.nextCursor
  } while (cursor)
}
