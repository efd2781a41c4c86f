"use client"

import { Ban, Ellipsis, Flag, Link as LinkIcon, UserMinus, Volume2, VolumeX } from "lucide-react"
import { lazy, Suspense, useState } from "react"
import { people } from "@/components/api/people"
import { ProblemError } from "@/components/api-call"
import { hideMenu } from "@/components/ui/hide-menu"
import { Menu } from "@/components/ui/menu"
import { toast } from "@/components/ui/toast"
import type { PersonView } from "@/core/follow/follow.schema"
import { Link, useRouter } from "@/i18n/navigation"

const Ask = lazy(() => import("@/components/ui/ask").then((module) => ({ default: module.Ask })))

/** Sentences with the name in them already. */
export type PersonMenuWords = Record<
  | "menu"
  | "copy"
  | "copied"
  | "copyFailed"
  | "mute"
  | "muted"
  | "unmute"
  | "unmuted"
  | "remove"
  | "removed"
  | "report"
  | "block"
  | "blockTitle"
  | "blockText"
  | "keep"
  | "blocked"
  | "unreachable",
  string
>

type Props = {
  person: Pick<PersonView, "id" | "handle" | "viewer">
  /** The address to hand on. */
  url: string
  /** Whether the reader is signed in: visitors only copy the address. */
  member: boolean
  words: PersonMenuWords
}

const menuId = "person-menu"

/** What one may do about a person: hand them on, or be left in peace. */
export function PersonMenu({ person: { id, handle, viewer }, url, member, words }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)

  const copy = async () => {
    hideMenu(menuId)
    try {
      await navigator.clipboard.writeText(url)
      toast(words.copied)
    } catch {
      toast(words.copyFailed)
    }
  }
  const act =
    (run: () => Promise<void>, said: string, then = () => router.refresh()) =>
    async () => {
      hideMenu(menuId)
      try {
        await run()
        then()
        toast(said)
      } catch (error) {
        toast((error instanceof ProblemError && error.detail) || words.unreachable)
      }
    }
  const block = act(
    () => people.block(handle),
    words.blocked,
    () => {
      setAsking(false)
      // There is no such page any more for whoever blocked.
      router.replace("/explore")
      router.refresh()
    },
  )

  return (
    <>
      <Menu id={menuId} label={words.menu} button={<Ellipsis className="i" aria-hidden="true" />}>
        <button type="button" onClick={copy}>
          <LinkIcon className="i" aria-hidden="true" />
          {words.copy}
        </button>
        {member && (
          <>
            {viewer.followsYou && (
              <button type="button" onClick={act(() => people.removeFollower(handle), words.removed)}>
                <UserMinus className="i" aria-hidden="true" />
                {words.remove}
              </button>
            )}
            {viewer.muted ? (
              <button type="button" onClick={act(() => people.unmute(handle), words.unmuted)}>
                <Volume2 className="i" aria-hidden="true" />
                {words.unmute}
              </button>
            ) : (
              <button type="button" onClick={act(() => people.mute(handle), words.muted)}>
                <VolumeX className="i" aria-hidden="true" />
                {words.mute}
              </button>
            )}
            <Link href={`/report/${id}`} rel="nofollow">
              <Flag className="i" aria-hidden="true" />
              {words.report}
            </Link>
            <button
              type="button"
              className="danger"
              onClick={() => {
                hideMenu(menuId)
                setAsking(true)
              }}
            >
              <Ban className="i" aria-hidden="true" />
              {words.block}
            </button>
          </>
        )}
      </Menu>
      {asking && (
        <Suspense>
          <Ask
            open
            onClose={() => setAsking(false)}
            title={words.blockTitle}
            text={words.blockText}
            keep={words.keep}
            act={words.block}
            onAct={block}
          />
        </Suspense>
      )}
    </>
  )
}
