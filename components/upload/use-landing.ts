"use client"

import { useEffect } from "react"
import { useRouter } from "@/i18n/navigation"
import { onPublished } from "./engine/published"

const isForLater = (status: string) => status === "saved" || status === "scheduled"

/** Goes to the post, to the page that waits for it, or to what is kept for later, as soon as the server has it. */
export function useLanding() {
  const router = useRouter()
  useEffect(
    () =>
      onPublished((publication) => {
        const { status } = publication
        if (status === "published") router.push(`/p/${publication.post.id}`)
        else router.push(isForLater(status) ? "/drafts" : `/drafts/${publication.draft.id}`)
      }),
    [router],
  )
}
