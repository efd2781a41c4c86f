import type { Stage, Upload } from "./upload"

const onTheWay: readonly Stage[] = ["queued", "hashing", "started", "sending"]

/** Whether a photo's bytes are not all with the server yet. */
export const isOnTheWay = ({ stage }: Pick<Upload, "stage">) => onTheWay.includes(stage)

/** How many photos are where. */
export const tally = (items: readonly Upload[]) => ({
  all: items.length,
  sending: items.filter(isOnTheWay).length,
  ready: items.filter(({ stage }) => stage === "ready").length,
  failed: items.filter(({ stage }) => stage === "failed").length,
  described: items.filter(({ altText }) => altText.trim() !== "").length,
})

/** The bytes of all photos that are to be sent, and how many of them are with the server. */
export function bytesOf(items: readonly Upload[]) {
  const counted = items.filter(({ stage }) => stage !== "failed")
  return {
    all: counted.reduce((sum, { file }) => sum + file.size, 0),
    sent: counted.reduce((sum, item) => sum + (isOnTheWay(item) ? item.sent : item.file.size), 0),
  }
}

/** Whether a post can be made of the list: `up` when every photo's bytes are with the server. */
export function readiness(items: readonly Upload[]): "empty" | "failed" | "sending" | "up" {
  if (items.length === 0) return "empty"
  if (items.some(({ stage }) => stage === "failed")) return "failed"
  return items.some(isOnTheWay) ? "sending" : "up"
}
