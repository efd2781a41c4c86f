"use client"

import { useEffect } from "react"
import { useRouter } from "@/i18n/navigation"
import { onPublished } from "./engine/published"

/** Goes to the post, or to the page that waits for it, as soon as it is published. */
export function useLanding() {
  const router = useRouter()
  useEffect(
    () =>
      onPublished((publication) => {
        const { status } = publication
        router.push(status === "published" ? `/p/${publication.post.id}` : `/drafts/${publication.draft.id}`)
      }),
    [router],
  )
}
