"use client"

import { useState } from "react"
import type { Upload } from "./engine/upload"
import { heicPreview } from "./heic-preview"

/**
 * The address of a picture of a local file, the first of these that there is: the browser's own reading, ours of a
 * HEIC file, the server's.
 */
export function usePreview({ preview, file, contentType, photo }: Upload) {
  const [broken, setBroken] = useState<string>()
  const [decoded, setDecoded] = useState<{ of: string; src: string }>()
  const onBroken = () => {
    setBroken(preview)
    if (contentType !== "image/heic" || broken === preview) return
    heicPreview(file).then(
      (src) => setDecoded({ of: preview, src }),
      () => undefined,
    )
  }
  if (broken !== preview) return { src: preview, onBroken }
  const ours = decoded?.of === preview ? decoded.src : undefined
  const smallest = photo?.picture?.variants.toSorted((a, b) => a.width - b.width)
  const served = smallest?.find(({ width, type }) => width >= 320 && type === "image/jpeg")?.url
  return { src: ours ?? served, onBroken }
}
