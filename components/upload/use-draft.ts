"use client"

import { useEffect, useEffectEvent, useState } from "react"
import { drafts, ProblemError } from "@/components/api-client"
import type { DraftView } from "@/core/draft/draft.schema"
import { useRouter } from "@/i18n/navigation"
import { ignoreSilence } from "./until-settled"
import { pause, waitAfter } from "./wait"

/**
 * Follows a draft until it is a post, and then goes there.
 * @returns the draft as it is now, undefined once there is none; `look` asks at once
 */
export function useDraft(first: DraftView) {
  const router = useRouter()
  const [draft, setDraft] = useState<DraftView | undefined>(first)

  const look = async (signal?: AbortSignal) => {
    try {
      const publication = await drafts.get(first.id, signal).catch(ignoreSilence)
      if (publication?.status === "published") router.replace(`/p/${publication.post.id}`)
      else if (publication) setDraft(publication.draft)
      return publication?.status !== "published"
    } catch (error) {
      if (error instanceof ProblemError) setDraft(undefined)
      return false
    }
  }
  const lookAgain = useEffectEvent(look)

  useEffect(() => {
    const following = new AbortController()
    const follow = async () => {
      for (let attempt = 0; await lookAgain(following.signal); attempt++) {
        await pause(waitAfter(attempt), following.signal)
      }
    }
    follow().catch(() => undefined)
    return () => following.abort()
  }, [])

  return { draft, look }
}
