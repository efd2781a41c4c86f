import { EyeOff } from "lucide-react"
import type { ReactNode } from "react"
import { layoutRatio } from "@/components/photo/ratio"
import type { PictureView } from "@/core/photo/photo.schema"

type Props = {
  /** The first photo: the cover has its shape and its colour, and nothing else of it. */
  photo: PictureView
  warning: string
  /** What uncovers. */
  show: string
  /** The photos. They have to load lazily: then none does before they are shown. */
  children: ReactNode
}

/** Covers photos until the reader chooses to see them; also without a script. Descriptions are covered with them. */
export function Cover({ photo, warning, show, children }: Props) {
  return (
    <details className="cover">
      <summary style={{ "--r": layoutRatio(photo), "--c": photo.color } as React.CSSProperties}>
        <EyeOff className="i i--lg" aria-hidden="true" />
        <span className="cover__why">{warning}</span>
        <span className="btn btn--line">{show}</span>
      </summary>
      {children}
    </details>
  )
}
