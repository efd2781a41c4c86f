import { TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"

/** What stands in the way of a whole form; always on the page, so that screen readers hear it come. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="empty:hidden">
      {children && (
        <div className="notice notice--danger">
          <TriangleAlert className="i" />
          <span>{children}</span>
        </div>
      )}
    </div>
  )
}
