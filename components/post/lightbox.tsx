"use client"

import { ChevronLeft, ChevronRight, X } from "lucide-react"
import { Picture } from "@/components/photo/picture"
import { roomShown } from "@/components/photo/sizes"
import { Dialog } from "@/components/ui/dialog"
import type { PostPhotoView } from "@/core/post/post.schema"
import { useSlides } from "./use-slides"
import { fill } from "./words"

export type LightboxWords = Record<"close" | "previous" | "next" | "viewer" | "of", string>

type Props = {
  photos: PostPhotoView[]
  first: number
  author: string
  caption: string
  words: LightboxWords
  onClose: () => void
}

// What scrolls must be reachable without a pointer.
const focusable = { tabIndex: 0, role: "group" }

/** The dark room: one photo at a time in its full size; arrows, a swipe or the arrow keys go on. */
export function Lightbox({ photos, first, author, caption, words, onClose }: Props) {
  const { slides, index, go } = useSlides(first, photos.length)
  const several = photos.length > 1
  const place = fill(fill(words.of, "number", index + 1), "total", photos.length)

  return (
    <Dialog open onClose={onClose} label={words.viewer} className="room">
      <div className="room__photos" ref={slides} {...focusable}>
        {photos.map((photo) => (
          <div className="room__photo" key={photo.photoId}>
            <Picture
              picture={photo}
              alt={photo.altText}
              shown={roomShown(photo.width / photo.height)}
              largest={2048}
              fit="contain"
            />
          </div>
        ))}
      </div>
      <div className="room__top">
        <form method="dialog">
          <button type="submit" className="icon" aria-label={words.close}>
            <X className="i i--lg" aria-hidden="true" />
          </button>
        </form>
        {several && (
          <span className="num muted" role="status">
            {place}
          </span>
        )}
      </div>
      {several && (
        <>
          <button
            type="button"
            className="icon room__nav room__nav--previous"
            aria-label={words.previous}
            disabled={index === 0}
            onClick={() => go(index - 1)}
          >
            <ChevronLeft className="i i--lg" aria-hidden="true" />
          </button>
          <button
            type="button"
            className="icon room__nav room__nav--next"
            aria-label={words.next}
            disabled={index === photos.length - 1}
            onClick={() => go(index + 1)}
          >
            <ChevronRight className="i i--lg" aria-hidden="true" />
          </button>
        </>
      )}
      <p className="room__end">
        <span className="med nowrap">{author}</span>
        <span className="muted cut" lang="">
          {caption}
        </span>
      </p>
    </Dialog>
  )
}
