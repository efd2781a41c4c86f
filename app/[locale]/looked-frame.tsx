import type { ReactNode } from "react"
import { LookBar } from "@/components/viewing/look-bar"
import { NothingSeen } from "@/components/viewing/nothing-seen"
import type { LinkView } from "@/core/share/share.schema"
import type { Viewing } from "@/core/viewing"
import { PageFrame } from "./page-frame"

type Props = {
  look: Viewing.Look
  /** The page's path, without its language. */
  path: string
  className?: string
  /** The links to what the page shows: one may look through them too. */
  links?: readonly LinkView[]
  /** Nothing where the one who is looked as would get nothing. */
  children?: ReactNode
}

/** A page of one's own as somebody else sees it: what can be pressed there is shown, and does nothing. */
export function LookedFrame({ look, path, className, links, children }: Props) {
  const { as, asked, person } = look
  return (
    <PageFrame bar={false}>
      <LookBar path={path} look={{ as, asked, ...(person ? { name: person.name } : {}) }} links={links} />
      {as !== "nobody" &&
        (children ? (
          <fieldset disabled className={className}>
            {children}
          </fieldset>
        ) : (
          <NothingSeen />
        ))}
    </PageFrame>
  )
}
