import { table, unlessRefused } from "../table"
import { days, now } from "../time"

/** Beyond so many days without a visit a home feed is not written, but rebuilt on return. A session lasts no longer. */
const awayAfter = 31

/** Whether a person has been gone for so long that the home feed is rebuilt. Who was never noted counts as here. */
export const isAway = (seenOn: string | undefined): boolean =>
  seenOn !== undefined && Date.parse(seenOn) < Date.now() - days(awayAfter) * 1000

/**
 * Notes the day on which a person is here, at most once a day.
 * @param last the day or time when the person was noted last
 */
export async function noteSeen(userId: string, last: string | undefined): Promise<void> {
  const today = now().slice(0, 10)
  if (last?.startsWith(today)) return
  await unlessRefused(
    table()
      .user.patch({ userId })
      .set({ seenOn: today })
      .where(({ seenOn }, { notExists, lt }) => `${notExists(seenOn)} OR ${lt(seenOn, today)}`)
      .go(),
  )
}
