"use client"

import { ArrowDownToLine, Plus, UsersRound } from "lucide-react"
import { useTranslations } from "next-intl"
import { lazy, type ReactNode, Suspense, useState } from "react"
import { Ask } from "@/components/ui/ask"
import type { AlbumView } from "@/core/album/album.schema"
import { useRouter } from "@/i18n/navigation"
import { type AlbumDeed, AlbumMenu } from "./album-menu"
import { useEnding } from "./use-ending"

// Whoever only looks needs none of them.
const AddPhotos = lazy(() => import("./add-photos").then((module) => ({ default: module.AddPhotos })))
const AlbumForm = lazy(() => import("./album-form").then((module) => ({ default: module.AlbumForm })))
const DownloadZip = lazy(() => import("./download-zip").then((module) => ({ default: module.DownloadZip })))
const Members = lazy(() => import("./members").then((module) => ({ default: module.Members })))
const Organise = lazy(() => import("./organise").then((module) => ({ default: module.Organise })))

type Props = {
  album: AlbumView
  /** Who looks, if somebody is signed in. */
  viewer?: { id: string; handle: string }
  /** What it is called, and what is said of it. */
  intro: ReactNode
  /** Stands among what can be done with it: how it is shared. */
  share?: ReactNode
  /** What lies in it. */
  children: ReactNode
}

/** An album with what can be done with it; what each of that needs is fetched when it is asked for. */
export function AlbumRoom({ album, viewer, intro, share, children }: Props) {
  const t = useTranslations("album")
  const router = useRouter()
  const [deed, setDeed] = useState<AlbumDeed>()
  const close = () => setDeed(undefined)
  const refresh = () => router.refresh()
  const ending = useEnding(album, viewer)
  const adds = album.role !== undefined && album.role !== "viewer"
  return (
    <>
      <header className="intro intro--acts">
        <div>{intro}</div>
        <div className="albumacts">
          {adds && (
            <button type="button" className="btn btn--line" onClick={() => setDeed("add")}>
              <Plus className="i i--sm" aria-hidden="true" />
              {t("addPhotos")}
            </button>
          )}
          {album.role && (
            <button type="button" className="btn btn--line" onClick={() => setDeed("members")}>
              <UsersRound className="i i--sm" aria-hidden="true" />
              {t("people")}
            </button>
          )}
          {share}
          {album.role ? (
            <AlbumMenu album={album} role={album.role} onDeed={setDeed} />
          ) : (
            <button type="button" className="btn btn--line" onClick={() => setDeed("download")}>
              <ArrowDownToLine className="i i--sm" aria-hidden="true" />
              {t("download")}
            </button>
          )}
        </div>
      </header>
      {deed === "organise" ? (
        <Suspense>
          <Organise
            album={album}
            onDone={() => {
              close()
              refresh()
            }}
          />
        </Suspense>
      ) : (
        children
      )}
      <Suspense>
        {deed === "add" && viewer && (
          <AddPhotos albumId={album.id} handle={viewer.handle} onClose={close} onAdded={refresh} />
        )}
        {deed === "members" && (
          <Members
            album={album}
            onClose={() => {
              close()
              refresh()
            }}
          />
        )}
        {deed === "download" && <DownloadZip album={album} onClose={close} />}
        {deed === "edit" && (
          <AlbumForm
            album={album}
            onClose={close}
            onSaved={() => {
              close()
              refresh()
            }}
          />
        )}
        {deed === "inside" && (
          <AlbumForm
            parentId={album.id}
            onClose={close}
            onSaved={({ id }) => {
              close()
              router.push(`/a/${id}`)
            }}
          />
        )}
      </Suspense>
      <Ask
        open={deed === "delete" || deed === "leave"}
        onClose={close}
        title={t(deed === "leave" ? "leaveTitle" : "deleteTitle")}
        text={t(deed === "leave" ? "leaveText" : "deleteText")}
        keep={t(deed === "leave" ? "cancel" : "keep")}
        act={t(deed === "leave" ? "leave" : "delete")}
        onAct={deed === "leave" ? ending.leave : ending.remove}
      />
    </>
  )
}
