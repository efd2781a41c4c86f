import type { ReactNode } from "react"
import { linksOfAlbum, linksOfPost } from "@/app/_server/looking"
import { LookBar } from "@/components/viewing/look-bar"
import { PageFrame } from "../../page-frame"
import { type Asked, lookOf } from "./opened"

type Props = { token: string; as: Asked["as"]; className?: string; children: ReactNode }

/** A page behind a link; for who gives it and looks as a guest, with that said, and nothing that can be pressed. */
export async function LinkFrame({ token, as, className, children }: Props) {
  const look = await lookOf(token, as)
  if (!look) return <PageFrame className={className}>{children}</PageFrame>
  const { link, targetId, of } = look
  const links = await (of === "album" ? linksOfAlbum(targetId) : linksOfPost(targetId))
  return (
    <PageFrame bar={false}>
      <LookBar
        path={of === "album" ? `/a/${targetId}` : `/p/${targetId}`}
        look={{ as: "guest", link }}
        links={links}
      />
      <fieldset disabled className={className}>
        {children}
      </fieldset>
    </PageFrame>
  )
}
