import type { ReactNode } from "react"
import { LinkEnded } from "@/components/share/link-ended"
import { LinkFrame } from "./link-frame"
import { LockedPage } from "./locked-page"
import { type Asked, doorOf } from "./opened"

/** What every page behind a link shows instead while the link does not open: nothing of what is behind it. */
export async function shut(token: string, as: Asked["as"]): Promise<ReactNode | undefined> {
  const door = await doorOf(token, as)
  if (door.standing === "open") return undefined
  if (door.standing === "locked") return <LockedPage token={token} door={door} />
  return (
    <LinkFrame token={token} as={as}>
      <LinkEnded />
    </LinkFrame>
  )
}
