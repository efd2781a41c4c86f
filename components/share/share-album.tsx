"use client"

import { Share } from "lucide-react"
import { type ComponentProps, lazy, Suspense, useState } from "react"
import type { ShareDialog as Dialog } from "./share-dialog"

// Only who manages the album needs it, and only when it is opened.
const ShareDialog = lazy(() => import("./share-dialog").then((module) => ({ default: module.ShareDialog })))

type Props = Omit<ComponentProps<typeof Dialog>, "target" | "onClose"> & { albumId: string; act: string }

/** Opens the links to an album. */
export function ShareAlbum({ albumId, act, ...dialog }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn btn--line" onClick={() => setOpen(true)}>
        <Share className="i i--sm" aria-hidden="true" />
        {act}
      </button>
      {open && (
        <Suspense>
          <ShareDialog target={{ kind: "album", id: albumId }} {...dialog} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
