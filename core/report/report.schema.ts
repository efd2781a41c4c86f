import { z } from "zod"
import { idOf } from "../id"
import { text } from "../text.schema"
import type { AuthorView } from "../user/user.schema"

export const maxReportText = 1000

/** What people report, in the order in which they choose. */
export const ReportKind = z.enum([
  "spam",
  "sexual",
  "harassment",
  "violence",
  "self_harm",
  "stolen",
  "minors",
  "private_information",
  "other",
])
export type ReportKind = z.output<typeof ReportKind>

/** Why something is in the queue: what people report, and what the site itself puts there. */
export const CaseKind = z.enum([...ReportKind.options, "held", "blocked_content", "legal"])
export type CaseKind = z.output<typeof CaseKind>

/** A post, a comment or a person. */
export const ReportTarget = z.union([idOf("post"), idOf("comment"), idOf("user")])

export const MakeReport = z
  .strictObject({
    target: ReportTarget,
    kind: ReportKind,
    text: text(maxReportText).default(""),
  })
  .refine(({ kind, text: said }) => kind !== "other" || said !== "", {
    error: "report_words",
    path: ["text"],
  })

export const ReportAbout = z.strictObject({ target: ReportTarget })
export type ReportAboutView = {
  kind: "post" | "comment" | "user"
  owner: AuthorView
  /** What a comment says. */
  excerpt?: string
}
