import type { Queue } from "@/core/moderation/moderation.schema"

/** Where a case of a queue is shown large. */
export const caseHref = (queue: Queue, target: string) =>
  `/admin/reports?${queue === "open" ? "" : `queue=${queue}&`}case=${target}`
