import type { ReactNode } from "react"

type Props = { children?: ReactNode }

/** A frame on the wall, for pages without a photo. */
export function Frame({ children }: Props) {
  return (
    <div className="frame" aria-hidden="true">
      {children}
    </div>
  )
}
