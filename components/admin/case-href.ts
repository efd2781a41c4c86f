import type { Queue } from "@/core/moderation/moderation.schema"

/** A page of a queue. */
export type Place = { queue: Queue; cursor?: string | undefined }

/** Where a page of a queue is shown, with one of its cases large: the first, unless another is named. */
export function caseHref({ queue, cursor }: Place, target?: string) {
  const query = new URLSearchParams({
    ...(queue === "open" ? {} : { queue }),
    ...(cursor ? { cursor } : {}),
    ...(target ? { case: target } : {}),
  })
  return query.size > 0 ? `/admin/reports?${query}` : "/admin/reports"
}
