import type { ReactNode } from "react"

type Props = {
  /** The picture: a frame. */
  frame: ReactNode
  heading: string
  text: string
  /** The next step, as links or buttons. */
  children?: ReactNode
  /** Whether this is the whole page (its heading is the `h1`) or a part of one. */
  whole?: boolean
}

/** What a page says when there is nothing to show: empty, or gone. */
export function Blank({ frame, heading, text, children, whole = false }: Props) {
  const Heading = whole ? "h1" : "h2"
  return (
    <div className={whole ? "blank" : "blank blank--part"}>
      {frame}
      <Heading>{heading}</Heading>
      <p>{text}</p>
      {children && <div className="blank__do">{children}</div>}
    </div>
  )
}
