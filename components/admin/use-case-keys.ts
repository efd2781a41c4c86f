import { useEffect } from "react"
import { isTyping } from "@/components/ui/is-typing"
import { useRouter } from "@/i18n/navigation"

type Props = {
  items: readonly string[]
  target: string
  /** What other keys do. */
  onKey: Record<string, () => unknown>
}

/** j and k go to the next and the last case, other keys decide; not while somebody writes. */
export function useCaseKeys({ items, target, onKey }: Props) {
  const router = useRouter()
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const to = items[items.indexOf(target) + (event.key === "j" ? 1 : -1)]
      if ((event.key === "j" || event.key === "k") && to) router.push(`/admin/reports?case=${to}`)
      onKey[event.key]?.()
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  })
}
