import type { ExportView } from "@/core/export/export.schema"
import { call } from "../api-call"

/** What one takes along. Every call throws a ProblemError when it is refused. */
export const data = {
  exports: (signal?: AbortSignal) =>
    call<{ items: ExportView[] }>("GET", "/api/me/export", undefined, { signal }),
  startExport: () => call<ExportView>("POST", "/api/me/export"),
  removeExport: (id: string) => call<void>("DELETE", `/api/me/export/${id}`),
}

/** Where a part of an archive is downloaded. */
export const partAddress = (id: string, part: number) => `/api/me/export/${id}/parts/${part}`
