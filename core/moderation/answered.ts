import type { Entities } from "../table"
import { now } from "../time"
import type { AppealRow } from "./rows"

export type Answer = { status: "granted" | "upheld"; by: string; answer: string | undefined }

/** The write that answers an appeal; refused when that is answered already. */
export const answered = (t: Entities, { decisionId, at }: AppealRow, { status, by, answer }: Answer) =>
  t.appeal
    .patch({ decisionId })
    // With its time, for the index of those that wait.
    .set({ status, at, answeredBy: by, answeredAt: now(), ...(answer ? { answer } : {}) })
    .where((row, { eq }) => eq(row.status, "open"))
    .commit()
