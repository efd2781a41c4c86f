import { ChevronLeft, ChevronRight } from "lucide-react"

type Props = {
  words: Record<"previous" | "next", string>
  index: number
  count: number
  go: (index: number) => void
}

/** The way to the neighbours, for those who point. */
export function RoomArrows({ words, index, count, go }: Props) {
  return (
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
        disabled={index === count - 1}
        onClick={() => go(index + 1)}
      >
        <ChevronRight className="i i--lg" aria-hidden="true" />
      </button>
    </>
  )
}
