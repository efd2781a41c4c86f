"use client"

import { ImageOff } from "lucide-react"
import type { Upload } from "./engine/upload"
import { usePreview } from "./use-preview"

/** The local file's picture, whole; the server's where the browser cannot read it, and a mark until there is one. */
export function PhotoThumb({ upload }: { upload: Upload }) {
  const { src, onBroken } = usePreview(upload)
  return (
    <div className="up__thumb max-sm:col-start-1 max-sm:row-start-1">
      {src ? (
        <picture>
          <img src={src} alt="" decoding="async" onError={onBroken} />
        </picture>
      ) : (
        <div className="grid aspect-3/2 place-items-center bg-sunken text-ink-faint">
          <ImageOff className="i i--lg" />
        </div>
      )}
    </div>
  )
}
