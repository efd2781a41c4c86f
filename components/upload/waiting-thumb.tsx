"use client"

import { useEffect, useState } from "react"
import { photos } from "@/components/api/uploads"
import { Picture } from "@/components/photo/picture"
import type { PictureView } from "@/core/photo/photo.schema"
import type { Upload } from "./engine/upload"
import { PhotoThumb } from "./photo-thumb"

type Props = {
  photoId: string
  /** The local file, when it is sent from here. */
  upload?: Upload
  ready: boolean
}

const side = 148
const shown = { sizes: `${side}px`, most: side }

/** Its place before it is there: as large as it will be, in its colour. */
const frameOf = ({ width, height, color }: PictureView) => ({
  aspectRatio: width / height,
  width: `min(100%, ${(side * Math.min(width, height)) / height}px)`,
  background: color,
})

/** A photo that may not be ready yet: its local picture, or its own once there is one. */
export function WaitingThumb({ photoId, upload, ready }: Props) {
  const [picture, setPicture] = useState<PictureView>()
  const local = upload !== undefined
  useEffect(() => {
    if (local || !ready) return
    const asking = new AbortController()
    photos
      .get(photoId, asking.signal)
      .then((photo) => setPicture(photo.picture))
      .catch(() => undefined)
    return () => asking.abort()
  }, [photoId, local, ready])

  if (upload) return <PhotoThumb upload={upload} />
  return (
    <div className="up__thumb">
      {picture ? (
        <div style={frameOf(picture)}>
          <Picture picture={picture} alt="" shown={shown} priority="first" />
        </div>
      ) : (
        <div className="aspect-3/2 bg-sunken" />
      )}
    </div>
  )
}
