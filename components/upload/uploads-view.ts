import type { Stage, Upload } from "./uploads-state"

const onTheWay: readonly Stage[] = ["queued", "hashing", "sending"]

/** How many photos are where, for the summary that screen readers hear. */
export const tally = (items: readonly Upload[]) => ({
  all: items.length,
  sending: items.filter(({ stage }) => onTheWay.includes(stage)).length,
  ready: items.filter(({ stage }) => stage === "ready").length,
  failed: items.filter(({ stage }) => stage === "failed").length,
  described: items.filter(({ altText }) => altText.trim() !== "").length,
})

/** Whether a post can be made of the list: `up` when every photo's bytes are with the server. */
export function readiness(items: readonly Upload[]): "empty" | "failed" | "sending" | "up" {
  if (items.length === 0) return "empty"
  if (items.some(({ stage }) => stage === "failed")) return "failed"
  return items.some(({ stage }) => onTheWay.includes(stage)) ? "sending" : "up"
}

/** The photos to begin with now, so that no more than `lanes` are on their way at once. */
export function nextToStart(items: readonly Upload[], lanes: number): readonly Upload[] {
  const busy = items.filter(({ stage }) => stage === "hashing" || stage === "sending").length
  return items.filter(({ stage }) => stage === "queued").slice(0, Math.max(0, lanes - busy))
}
