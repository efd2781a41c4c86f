import type { LedgerEntry } from "@/core/import/import.schema"

/** In quotes; what a spreadsheet would calculate with is kept from it. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** A list as spreadsheets read it: with the mark that says that it is UTF-8, so that Japanese stays readable. */
export const csvOf = (lines: readonly LedgerEntry[]): string =>
  `\ufeff${[
    ["path", "outcome", "reason", "post"],
    ...lines.map(({ path, outcome, reason = "", postId = "" }) => [path, outcome, reason, postId]),
  ]
    .map((row) => row.map(cell).join(","))
    .join("\r\n")}\r\n`
