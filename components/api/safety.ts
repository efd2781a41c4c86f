import type { z } from "zod"
import { call } from "@/components/api-call"
import type { AnswerAppeal, Decide, Decided, MakeAppeal } from "@/core/moderation/moderation.schema"
import type { MakeReport } from "@/core/report/report.schema"
import type { SendTakedown } from "@/core/takedown/takedown.schema"

type Without<T, Key extends keyof T> = Omit<T, Key>

export const safety = {
  report: (report: z.input<typeof MakeReport>) => call<void>("POST", "/api/reports", report),
  takedown: (notice: z.input<typeof SendTakedown>) => call<{ id: string }>("POST", "/api/takedowns", notice),
  appeal: (id: string, appeal: Without<z.input<typeof MakeAppeal>, "id">) =>
    call<void>("POST", `/api/decisions/${id}/appeal`, appeal),
  decide: (decision: z.input<typeof Decide>) => call<Decided>("POST", "/api/admin/decisions", decision),
  undo: (id: string, why: string) => call<void>("POST", `/api/admin/decisions/${id}/undo`, { why }),
  answer: (id: string, answer: Without<z.input<typeof AnswerAppeal>, "id">) =>
    call<void>("POST", `/api/admin/decisions/${id}/answer`, answer),
  note: (id: string, note: string) => call<void>("PATCH", `/api/admin/reports/${id}`, { note }),
}
