import "server-only"
import { Import } from "@/core/import"
import { FileProgress, ImportsView, ImportView, LedgerEntry } from "@/core/import/import.schema"
import { pageOf } from "@/core/page.schema"
import { SignedParts } from "@/core/photo/upload.schema"
import { type Endpoint, nothing } from "../endpoint"

const own = { tag: "Account", auth: "user", token: "never" } as const

/** What a person brings along. */
export const imports: readonly Endpoint[] = [
  {
    ...own,
    method: "GET",
    path: "/api/me/import",
    operation: Import.list,
    summary: "One's imports, and how far each is",
    answers: { 200: ImportsView },
  },
  {
    ...own,
    method: "POST",
    path: "/api/me/import",
    operation: Import.begin,
    summary: "Begin to bring in an archive of this site, of Instagram or of Google Photos; one at a time",
    answers: { 201: ImportView },
  },
  {
    ...own,
    method: "GET",
    path: "/api/me/import/{importId}",
    operation: Import.get,
    summary: "An import",
    answers: { 200: ImportView },
  },
  {
    ...own,
    method: "PATCH",
    path: "/api/me/import/{importId}",
    operation: Import.change,
    summary: "Pause an import, or go on with it",
    answers: { 200: ImportView },
  },
  {
    ...own,
    method: "DELETE",
    path: "/api/me/import/{importId}",
    operation: Import.cancel,
    summary: "End an import; what came in stays",
    answers: { 204: nothing },
  },
  {
    ...own,
    method: "GET",
    path: "/api/me/import/{importId}/parts",
    operation: Import.fileProgress,
    summary: "Which parts of a file have arrived",
    answers: { 200: FileProgress },
  },
  {
    ...own,
    method: "POST",
    path: "/api/me/import/{importId}/parts",
    operation: Import.signFileParts,
    summary: "Sign the sending of parts of a file: each address takes that part's bytes and no others",
    answers: { 200: SignedParts },
  },
  {
    ...own,
    method: "POST",
    path: "/api/me/import/{importId}/complete",
    operation: Import.completeFile,
    summary: "Join the parts of a file; with the last file the import begins",
    answers: { 200: ImportView },
  },
  {
    ...own,
    method: "GET",
    path: "/api/me/import/{importId}/ledger",
    operation: Import.ledger,
    summary: "What became of each thing of an archive, and why",
    answers: { 200: pageOf(LedgerEntry) },
  },
]
