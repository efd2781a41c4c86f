"use client"

import { usePageKeys } from "@/components/ui/use-page-keys"
import { useRouter } from "@/i18n/navigation"

type Props = { previous: string | undefined; next: string | undefined }

/** j and k go to the next and the previous case. */
export function CaseKeys({ previous, next }: Props) {
  const router = useRouter()
  usePageKeys({ j: () => next && router.push(next), k: () => previous && router.push(previous) })
  return null
}
