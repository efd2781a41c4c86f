import { log } from "../log"

/**
 * Does something for each photo or upload; one that fails is logged, and keeps none of the others from it.
 * @returns what came of those that went well, and how many did not
 */
export async function eachApart<T extends { photoId?: string; key?: string }, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<{ done: R[]; faults: number }> {
  const settled = await Promise.allSettled(items.map(work))
  const done: R[] = []
  for (const [i, one] of settled.entries()) {
    if (one.status === "fulfilled") done.push(one.value)
    else log.error("not swept", { photo_id: items[i]?.photoId ?? items[i]?.key, error: one.reason as Error })
  }
  return { done, faults: items.length - done.length }
}
