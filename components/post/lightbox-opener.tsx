"use client"

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react"
import { createPortal } from "react-dom"
import type { LightboxWords } from "./lightbox"
import type { Liking } from "./like-store"
import type { RoomPhoto } from "./room-info"

const Lightbox = lazy(() => import("./lightbox").then((module) => ({ default: module.Lightbox })))

type Props = {
  photos: RoomPhoto[]
  author: string
  caption: string
  like?: { postId: string; from: Liking }
  words: LightboxWords
  /** Links to the photos, each with its place in `data-photo`. */
  children: ReactNode
}

/** Opens the photo that was clicked in the lightbox, which is loaded only then. Without a script the link opens it. */
export function LightboxOpener({ photos, author, caption, like, words, children }: Props) {
  const stage = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<number>()

  useEffect(() => {
    const open = (event: MouseEvent) => {
      // A new tab or a download is what the reader asked for.
      if (event.metaKey || event.ctrlKey || event.shiftKey || !(event.target instanceof Element)) return
      const link = event.target.closest<HTMLElement>("a[data-photo]")
      if (!link) return
      event.preventDefault()
      setOpened(Number(link.dataset.photo))
    }
    const element = stage.current
    element?.addEventListener("click", open)
    return () => element?.removeEventListener("click", open)
  }, [])

  return (
    <>
      <div className="stage__photo" ref={stage}>
        {children}
      </div>
      {opened !== undefined &&
        createPortal(
          // Where one looks as somebody else, what stands on the page cannot be pressed.
          <Suspense>
            <Lightbox
              photos={photos}
              first={opened}
              author={author}
              caption={caption}
              like={like}
              words={words}
              onClose={() => setOpened(undefined)}
            />
          </Suspense>,
          document.body,
        )}
    </>
  )
}
