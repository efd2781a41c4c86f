import { table } from "../table"
import { minutes } from "../time"

/** All tries of a photo together take less, in seconds. */
const patience = minutes(15)
/** What is counted at the most: more of them are no other news. */
const most = 1000

/**
 * How many photos are being processed for so long that nobody does it any more.
 * @param at when this is, in milliseconds
 */
export async function stuckPhotos(at = Date.now()): Promise<number> {
  const before = new Date(at - patience * 1000).toISOString()
  const { data } = await table()
    .photo.query.byState({ state: "processing" })
    .lt({ updatedAt: before })
    .go({ limit: most })
  return data.length
}
