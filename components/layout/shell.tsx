import type { ReactNode } from "react"
import { BottomBar } from "./bottom-bar"
import { JoinBar } from "./join-bar"
import { Keys } from "./keys"
import { LeavingBanner } from "./leaving-banner"
import { SiteFooter } from "./site-footer"
import { SiteHeader } from "./site-header"
import type { Destination, Viewer } from "./viewer"

type Props = {
  site: string
  viewer: Viewer
  current?: Destination
  /** Whether visitors are asked to join, at the foot of a phone's screen. */
  join?: boolean
  /** Whether a member's bar is at the foot of a phone's screen: not where a page's own button is. */
  bar?: boolean
  /** Classes of `main`. */
  className?: string
  children: ReactNode
}

/** What surrounds a page: header, footer and, on a phone, the bar. */
export function Shell({ site, viewer, current, join = false, bar = true, className, children }: Props) {
  const joinBar = join && !viewer
  return (
    <>
      {viewer?.leavingAt && <LeavingBanner at={viewer.leavingAt} />}
      <SiteHeader site={site} viewer={viewer} current={current} joinBar={joinBar} />
      <main id="main" tabIndex={-1} className={className}>
        {children}
      </main>
      <SiteFooter site={site} />
      {viewer && bar && <BottomBar viewer={viewer} current={current} />}
      {joinBar && <JoinBar site={site} />}
      <Keys member={viewer !== null} />
    </>
  )
}
