"use client"

import { Info, Maximize, X } from "lucide-react"
import { useFullScreen } from "./use-full-screen"
import { useKeys } from "./use-keys"

type Props = {
  words: Record<"close" | "info" | "fullScreen", string>
  /** "2 / 3", where there are several. */
  place?: string
  informed: boolean
  onInfo: () => void
}

/** Over the photo: the way out, where one is, what there is to know, and the whole screen. */
export function RoomTop({ words, place, informed, onInfo }: Props) {
  const { possible, full, toggle } = useFullScreen()
  useKeys({ f: toggle })
  return (
    <div className="room__top">
      <form method="dialog">
        <button type="submit" className="icon" aria-label={words.close}>
          <X className="i i--lg" aria-hidden="true" />
        </button>
      </form>
      {place && (
        <span className="num muted" role="status">
          {place}
        </span>
      )}
      <span className="room__do">
        <button
          type="button"
          className="icon"
          aria-label={words.info}
          aria-keyshortcuts="i"
          title={`${words.info} (i)`}
          aria-pressed={informed}
          onClick={onInfo}
        >
          <Info className="i" aria-hidden="true" />
        </button>
        {possible && (
          <button
            type="button"
            className="icon"
            aria-label={words.fullScreen}
            aria-keyshortcuts="f"
            title={`${words.fullScreen} (f)`}
            aria-pressed={full}
            onClick={toggle}
          >
            <Maximize className="i" aria-hidden="true" />
          </button>
        )}
      </span>
    </div>
  )
}
