"use client"

import { useState } from "react"
import { Picture } from "@/components/photo/picture"
import { roomShown } from "@/components/photo/sizes"
import { Dialog } from "@/components/ui/dialog"
import type { Liking } from "./like-store"
import { RoomArrows } from "./room-arrows"
import { RoomInfo, type RoomPhoto } from "./room-info"
import { RoomLike } from "./room-like"
import { RoomTop } from "./room-top"
import { useKeys } from "./use-keys"
import { useSlides } from "./use-slides"
import { fill } from "./words"

export type LightboxWords = Record<
  | "close"
  | "previous"
  | "next"
  | "viewer"
  | "of"
  | "info"
  | "fullScreen"
  | "description"
  | "undescribed"
  | "download"
  | "like"
  | "unreachable",
  string
>

type Props = {
  photos: RoomPhoto[]
  first: number
  author: string
  caption: string
  /** The post that is liked here; visitors have no heart. */
  like?: { postId: string; from: Liking }
  words: LightboxWords
  onClose: () => void
}

// What scrolls must be reachable without a pointer.
const focusable = { tabIndex: 0, role: "group" }

/** The dark room: one photo at a time in its full size; arrows, a swipe or the arrow keys go on, `i` tells about it. */
export function Lightbox({ photos, first, author, caption, like, words, onClose }: Props) {
  const { slides, index, go } = useSlides(first, photos.length)
  const [informed, setInformed] = useState(false)
  const several = photos.length > 1
  const photo = photos[index]
  useKeys({ i: () => setInformed(!informed) })
  const liking = like && <RoomLike {...like} label={words.like} unreachable={words.unreachable} />

  return (
    <Dialog open onClose={onClose} label={words.viewer} className={informed ? "room room--info" : "room"}>
      <RoomTop
        words={words}
        place={several ? fill(fill(words.of, "number", index + 1), "total", photos.length) : undefined}
        informed={informed}
        onInfo={() => setInformed(!informed)}
      />
      <div className="room__photos" ref={slides} {...focusable}>
        {photos.map((one) => (
          <div className="room__photo" key={one.photoId}>
            <Picture
              picture={one}
              alt={one.altText}
              shown={roomShown(one.width / one.height)}
              largest={2048}
              fit="contain"
            />
          </div>
        ))}
      </div>
      {several && <RoomArrows words={words} index={index} count={photos.length} go={go} />}
      <p className="room__end">
        <span className="med nowrap">{author}</span>
        <span className="muted cut" lang="">
          {caption}
        </span>
        {liking}
      </p>
      {informed && photo && <RoomInfo photo={photo} words={words} />}
    </Dialog>
  )
}
