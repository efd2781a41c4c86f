import { config } from "../../../core/config"
import { stuckPhotos as countStuck } from "../../../core/photo/stuck"
import { Storage } from "../../../core/storage"
import { table } from "../../../core/table"
import { fine, type Step } from "../step"

/** By then the event of storage has long been delivered, in milliseconds. */
const patience = 5 * 60_000
/** So many are looked at. */
const most = 50

export const stuckPhotos: Step = {
  asks: "Do photos wait that nobody processes?",
  async look(scene) {
    await scene.link()
    const { since, until } = scene.period
    const before = new Date(until - patience).toISOString()
    const [stuck, { data: awaiting }] = await Promise.all([
      countStuck(until),
      table()
        .photo.query.byState({ state: "awaiting" })
        .between({ updatedAt: new Date(since).toISOString() }, { updatedAt: before })
        .go({ limit: most, count: most }),
    ])
    const arrived = await Promise.all(
      awaiting.map(({ userId, photoId }) =>
        Storage.exists(config.originalsBucket, Storage.originalKey({ kind: "incoming", userId, photoId })),
      ),
    )
    const unheard = awaiting.filter((_, i) => arrived[i])
    const never = awaiting.length - unheard.length
    const found = `${stuck} are being processed for too long, ${unheard.length} have arrived and were not begun, ${never} never arrived`
    if (stuck + unheard.length > 0)
      return {
        is: "cause",
        found,
        means: "image-processing does not run, is held back, or never heard of them.",
        evidence: unheard.slice(0, 3).map(({ photoId, updatedAt }) => `${photoId} since ${updatedAt}`),
        cause: `image-processing does nothing about photos that are there: ${found}.`,
        next: unheard[0] ? `explain ${unheard[0].photoId}` : "dlq list",
      }
    if (never === 0) return fine("None waits.")
    return {
      is: "symptom",
      found,
      means:
        "Browsers were given a form and sent nothing, or storage refused what they sent: see the clocks and the door.",
      evidence: awaiting.slice(0, 3).map(({ photoId, updatedAt }) => `${photoId} since ${updatedAt}`),
    }
  },
}
