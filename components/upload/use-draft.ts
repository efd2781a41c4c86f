"use client"

import { useEffect, useEffectEvent, useState } from "react"
import { drafts } from "@/components/api/posts"
import { ProblemError } from "@/components/api-call"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { DraftView } from "@/core/draft/draft.schema"
import { useRouter } from "@/i18n/navigation"
import { ignoreSilence } from "./engine/until-settled"
import { pause, waitAfter } from "./engine/wait"

/**
 * Follows a draft until it is a post, and then goes there.
 * @returns the draft as it is now, undefined once there is none; `act` makes something that changes it and looks again
 */
export function useDraft(first: DraftView) {
  const router = useRouter()
  const problemText = useProblemText()
  const [draft, setDraft] = useState<DraftView | undefined>(first)

  const look = async (signal?: AbortSignal) => {
    try {
      const publication = await drafts.get(first.id, signal).catch(ignoreSilence)
      if (publication?.status === "published") router.replace(`/p/${publication.post.id}`)
      else if (publication) setDraft(publication.draft)
      return publication?.status !== "published"
    } catch (error) {
      if (error instanceof ProblemError && [404, 410].includes(error.status)) setDraft(undefined)
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

  const act = (run: () => Promise<unknown>) => async () => {
    try {
      await run()
    } catch (error) {
      toast(problemText(error))
    }
    await look()
  }
  return { draft, act }
}
