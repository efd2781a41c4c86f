import { AppError } from "../error"
import { log } from "../log"
import { Photo } from "../photo"
import { table } from "../table"
import { change, type DraftRow, row } from "./draft"
import type { DraftFailure } from "./draft.schema"
import { photoReady, publishIfComplete, release } from "./publish"
import { isFailed } from "./view"

/** What became of the drafts whose time had come; `waiting` ones lack photos that are on their way. */
export type Due = Record<"published" | "waiting" | "failed" | "faults", number>

/** How many a run looks at, and how many of them at once. */
const most = 500
const atOnce = 5

/** Publishes the drafts whose time has come. Two runs at the same time publish each once. */
export async function publishDue(at = new Date().toISOString()): Promise<Due> {
  const due = { published: 0, waiting: 0, failed: 0, faults: 0 }
  const { data } = await table()
    .draft.query.byTime({ queue: "SCHEDULED" })
    .lte({ publishAt: at })
    .go({ limit: most, count: most })
  const queue = data.map(({ draftId }) => draftId)
  const work = async () => {
    for (let draftId = queue.shift(); draftId; draftId = queue.shift()) {
      const outcome = await publishOne(draftId, at).catch((error) => {
        log.error("scheduled post failed", { draft: draftId, error: error as Error })
        return "faults" as const
      })
      if (outcome) due[outcome]++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return due
}

async function publishOne(draftId: string, at: string): Promise<keyof Due | undefined> {
  const draft = await row(draftId)
  if (!draft?.publishAt || draft.publishAt > at || draft.postId) return undefined
  const photos = await Photo.rows(draft.photos.map(({ photoId }) => photoId))
  if (photos.length < draft.photos.length) return fail(draft, "photo_gone")
  if (photos.some(({ state }) => isFailed(state))) return fail(draft, "photo_failed")
  if (photos.some(({ state }) => state !== "ready")) {
    // Its last photo publishes it, as if it had been published just now.
    if (!(await release(draft))) return undefined
    await photoReady(draftId)
    return "waiting"
  }
  try {
    await publishIfComplete(draft)
    return "published"
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error
    // Changed in this moment, it is looked at again in a minute; else one of its photos is not its own.
    return fail(draft, "photo_used")
  }
}

/** A draft that cannot be published is kept, and says why. @returns undefined when it changed since it was read */
async function fail(draft: DraftRow, failure: DraftFailure): Promise<"failed" | undefined> {
  const codes = await change(draft, { failure, saved: true }, ["publishAt"])
  return codes ? undefined : "failed"
}
