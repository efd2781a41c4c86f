import type { ReactNode } from "react"

type Props = {
  /** Unique on the page; the button and its panel find each other by it. */
  id: string
  label: string
  /** What the button shows. */
  button: ReactNode
  className?: string
  children: ReactNode
}

/**
 * A button that opens a panel of links and buttons. The browser's own popover closes it on Esc and outside
 * clicks and gives the focus back, without a script.
 */
export function Menu({ id, label, button, className = "icon", children }: Props) {
  return (
    <>
      <button type="button" className={className} popoverTarget={id} aria-label={label}>
        {button}
      </button>
      <div id={id} popover="auto" className="menu">
        {children}
      </div>
    </>
  )
}
