import type { ReactNode } from "react"

type Props = { id: string; title: string; lead: string; children: ReactNode }

/** A part of the privacy settings, with an address of its own. */
export function Part({ id, title, lead, children }: Props) {
  return (
    <section
      id={id}
      className="stack stack--16 border-t border-line pt-6 scroll-mt-20"
      aria-labelledby={`${id}-title`}
    >
      <div className="stack stack--4">
        <h2 className="h-sec" id={`${id}-title`}>
          {title}
        </h2>
        <p className="muted">{lead}</p>
      </div>
      {children}
    </section>
  )
}
