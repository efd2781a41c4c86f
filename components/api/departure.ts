import type { LeaveView } from "@/core/departure/departure.schema"
import { call } from "../api-call"

/** Going away, for a while or for good. Every call throws a ProblemError when it is refused. */
export const departure = {
  deactivate: () => call<void>("POST", "/api/me/deactivate", {}),
  leave: (password?: string) => call<LeaveView>("DELETE", "/api/me", password ? { password } : {}),
  stay: () => call<void>("DELETE", "/api/me/deletion"),
}
