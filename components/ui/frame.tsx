import type { ReactNode } from "react"

type Props = { crooked?: boolean; children?: ReactNode }

/** A frame on the wall, for pages without a photo: bare, or hanging crooked where something broke. */
export function Frame({ crooked = false, children }: Props) {
  return (
    <div className={crooked ? "frame frame--crooked" : "frame"} aria-hidden="true">
      {children}
    </div>
  )
}
