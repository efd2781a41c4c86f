import { Check } from "lucide-react"
import type { ReactNode } from "react"

/** Says that a form was saved; always on the page, so that screen readers hear it come. */
export function FormSaved({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="row text-ok">
      {children && <Check className="i i--sm" />}
      {children}
    </p>
  )
}
