"use client"

import { ImageOff } from "lucide-react"
import { useState } from "react"

/** The local file's picture, whole; a mark where the browser cannot read it. */
export function PhotoThumb({ src }: { src: string }) {
  const [broken, setBroken] = useState<string>()
  return (
    <div className="up__thumb max-sm:col-start-1 max-sm:row-start-1">
      {broken === src ? (
        <div className="grid aspect-3/2 place-items-center bg-sunken text-ink-faint">
          <ImageOff className="i i--lg" />
        </div>
      ) : (
        <picture>
          <img src={src} alt="" decoding="async" onError={() => setBroken(src)} />
        </picture>
      )}
    </div>
  )
}
