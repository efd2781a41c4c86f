import type { input, output } from "zod"
import type { FindPerson, FoundPerson, SetStanding, Subject } from "@/core/admin/admin.schema"
import { call } from "../api-call"

/** What those do who run the site. Every call throws a ProblemError when it is refused. */
export const admin = {
  find: (who: string) =>
    call<output<typeof FoundPerson>>("POST", "/api/admin/users/find", {
      who,
    } satisfies input<typeof FindPerson>),
  setStanding: (userId: string, state: input<typeof SetStanding>["state"], why: string) =>
    call<void>("PATCH", `/api/admin/users/${userId}`, { state, why }),
  signOut: (userId: string, why: string) =>
    call<void>("POST", `/api/admin/users/${userId}/sign-out`, { why }),
  redriveLetter: (of: string, id: string) =>
    call<void>("POST", `/api/admin/dead-letters/${of}/${id}/redrive`, {}),
  discardLetter: (of: string, id: string) => call<void>("DELETE", `/api/admin/dead-letters/${of}/${id}`),
  subject: (what: string) => call<output<typeof Subject>>("POST", "/api/admin/explain", { what }),
}
