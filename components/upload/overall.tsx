"use client"

import { useTranslations } from "next-intl"
import type { Desk } from "./engine/desk-state"
import type { Upload } from "./engine/upload"
import { bytesOf, readiness } from "./engine/uploads-view"
import { PauseButton } from "./pause-button"
import { useFileSize } from "./use-file-size"

type Props = { items: readonly Upload[]; desk: Pick<Desk, "paused"> }

/** How much of all photos is with the server. It keeps its place when that is done, so that nothing moves. */
export function Overall({ items, desk: { paused } }: Props) {
  const t = useTranslations("upload.overall")
  const size = useFileSize()
  const { sent, all } = bytesOf(items)
  const state = readiness(items)
  const onTheWay = sent < all
  const words = onTheWay ? (paused ? "paused" : "sending") : "sent"
  return (
    <div className="row min-h-9 muted num">
      <span className="grow">
        {(onTheWay || state === "up") && t(words, { sent: size(sent), all: size(all) })}
      </span>
      {onTheWay && <PauseButton paused={paused} />}
    </div>
  )
}
