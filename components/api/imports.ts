import type { z } from "zod"
import type { BeginImport, FileProgress, ImportView, LedgerEntry, Outcome } from "@/core/import/import.schema"
import type { SignedParts } from "@/core/photo/upload.schema"
import { call } from "../api-call"

type Ledger = { items: LedgerEntry[]; nextCursor: string | null }
const at = (id: string) => `/api/me/import/${id}`

/** What one brings along. Every call throws a ProblemError when it is refused. */
export const imports = {
  list: (signal?: AbortSignal) =>
    call<{ items: ImportView[] }>("GET", "/api/me/import", undefined, { signal }),
  begin: (wanted: z.input<typeof BeginImport>) => call<ImportView>("POST", "/api/me/import", wanted),
  change: (id: string, action: "pause" | "resume") => call<ImportView>("PATCH", at(id), { action }),
  cancel: (id: string) => call<void>("DELETE", at(id)),
  progress: (id: string, file: number, signal: AbortSignal) =>
    call<FileProgress>("GET", `${at(id)}/parts?file=${file}`, undefined, { signal }),
  sign: (id: string, file: number, part: { partNumber: number; sha256: string }, signal: AbortSignal) =>
    call<SignedParts>("POST", `${at(id)}/parts`, { file, parts: [part] }, { signal }),
  complete: (id: string, file: number, signal: AbortSignal) =>
    call<ImportView>("POST", `${at(id)}/complete`, { file }, { signal }),
  ledger: (id: string, outcome?: Outcome, cursor?: string, limit = 24) => {
    const query = new URLSearchParams({
      limit: `${limit}`,
      ...(outcome && { outcome }),
      ...(cursor && { cursor }),
    })
    return call<Ledger>("GET", `${at(id)}/ledger?${query}`)
  },
}
