import type { ImportRow } from "./import"
import { archivePartBytes, ImportOptions, ImportReason, type ImportView } from "./import.schema"

/** An import as its person sees it. */
export function importView(row: ImportRow): ImportView {
  const { importId, kind, state, reason, files, total, imported, duplicate, skipped, createdAt, endedAt } =
    row
  return {
    id: importId,
    ...(kind ? { kind } : {}),
    state,
    ...(reason ? { reason: ImportReason.parse(reason) } : {}),
    ...(state === "paused" && reason === "quota" ? { resumesAt: row.at } : {}),
    files: files.map(({ name, byteLength, arrived = false }) => ({
      name,
      byteLength,
      partSize: archivePartBytes,
      parts: Math.ceil(byteLength / archivePartBytes),
      arrived,
    })),
    options: ImportOptions.parse(row.options),
    counts: { total, imported, duplicate, skipped },
    createdAt,
    ...(endedAt ? { endedAt } : {}),
  }
}
