"use client"

import { lazy, Suspense, useRef, useState } from "react"
import { people } from "@/components/api/people"
import { ProblemError } from "@/components/api-call"
import { fill } from "@/components/post/words"
import { toast } from "@/components/ui/toast"
import type { PersonView } from "@/core/follow/follow.schema"
import { useRouter } from "@/i18n/navigation"
import type { FollowWords } from "./words"

const Ask = lazy(() => import("@/components/ui/ask").then((module) => ({ default: module.Ask })))

type Props = {
  person: Pick<PersonView, "handle" | "name" | "private" | "viewer">
  words: FollowWords
  small?: boolean
  /** Whether the page shows more or other things afterwards: counts, posts. */
  refresh?: boolean
}

type Standing = "none" | "following" | "requested"

/**
 * Follows at once and says so; what the server refuses is taken back with its sentence. Only leaving a private account
 * asks first: coming back is not in one's own hands.
 */
export function FollowButton({ person, words, small = false, refresh = false }: Props) {
  const { handle, name, viewer } = person
  const router = useRouter()
  const busy = useRef(false)
  const [asking, setAsking] = useState(false)
  const [standing, setStanding] = useState<Standing>(
    viewer.follows ? "following" : viewer.requested ? "requested" : "none",
  )

  const become = async (next: Standing) => {
    if (busy.current) return
    busy.current = true
    setStanding(next)
    try {
      if (next === "none") await people.unfollow(handle)
      else setStanding((await people.follow(handle)).state)
      if (refresh) router.refresh()
    } catch (error) {
      setStanding(standing)
      toast((error instanceof ProblemError && error.detail) || words.unreachable)
    }
    busy.current = false
  }
  const press = () => {
    if (standing === "none") return become(person.private ? "requested" : "following")
    if (standing === "following" && person.private) return setAsking(true)
    return become("none")
  }
  const leave = async () => {
    setAsking(false)
    await become("none")
  }

  const label = standing === "none" ? words[viewer.followsYou ? "followBack" : "follow"] : words[standing]
  const look = standing === "none" && !small ? "btn--primary" : "btn--line"
  return (
    <>
      <button
        type="button"
        className={`btn ${look} ${small ? "btn--sm" : ""} ${standing === "none" ? "" : "text-ink-muted"}`}
        aria-label={`${label} ${name}`}
        onClick={press}
      >
        {label}
      </button>
      {asking && (
        <Suspense>
          <Ask
            open
            onClose={() => setAsking(false)}
            title={fill(words.unfollowTitle, "name", name)}
            text={fill(words.unfollowText, "name", name)}
            keep={words.keepFollowing}
            act={words.unfollow}
            onAct={leave}
          />
        </Suspense>
      )}
    </>
  )
}
