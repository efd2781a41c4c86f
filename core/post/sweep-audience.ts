import type { EntityItem } from "electrodb"
import { newId } from "../id"
import { table, unlessRefused } from "../table"
import { minutes, now } from "../time"
import type { AudienceSweepEntity } from "./post.entity"
import { newest } from "./read"
import { settleAudience } from "./settle-audience"

export type AudienceSweep = EntityItem<typeof AudienceSweepEntity>

/** Posts that are done in one go, and how many of them at once. */
const inChunk = 50
const atOnce = 5
/** A sweep that nobody went on with for so long, in seconds, was cut off. */
const patience = minutes(1)

/** An account was closed or opened: all its posts are to follow, from the newest on. It begins anew each time. */
export async function beginSweep(userId: string): Promise<void> {
  const sweepId = newId("sweep")
  await table().audienceSweep.put({ userId, sweepId, updatedAt: now() }).go()
}

/**
 * Does the next chunk of a sweep and moves its mark. The moved mark is a change in turn, so that it goes on by itself;
 * cut off anywhere, the chunk is done again.
 * @param as it was read; when somebody went on with it since, nothing happens
 */
export async function goOnWithSweep({ userId, sweepId, below }: AudienceSweep): Promise<void> {
  const { data: current } = await table().audienceSweep.get({ userId }).go({ consistent: true })
  if (current?.sweepId !== sweepId || current.below !== below) return
  const posts = await newest(userId, below, inChunk)
  const queue = posts.map(({ postId }) => postId)
  const work = async () => {
    for (let id = queue.shift(); id; id = queue.shift()) await settleAudience(id)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const last = posts.at(-1)
  const { audienceSweep } = table()
  if (posts.length < inChunk || !last) {
    const over = audienceSweep.delete({ userId }).where((row, { eq }) => eq(row.sweepId, sweepId))
    await unlessRefused(over.go())
    return
  }
  const on = audienceSweep
    .patch({ userId })
    .set({ below: last.postId, updatedAt: now() })
    .where((row, { eq }) => eq(row.sweepId, sweepId))
  await unlessRefused(on.go())
}

/** Goes on with the sweeps that were cut off. @returns how many there were */
export async function resumeSweeps(at = Date.now()): Promise<number> {
  const before = new Date(at - patience * 1000).toISOString()
  const { data } = await table()
    .audienceSweep.query.unfinished({})
    .lt({ updatedAt: before })
    .go({ limit: 100, count: 100 })
  for (const sweep of data) await goOnWithSweep(sweep)
  return data.length
}
