import { z } from "zod"
import { requireUser } from "../actor"
import { firstIdAt, timeOf } from "../id"
import { operation } from "../operation"
import { Post } from "../post"
import { days } from "../time"
import type { OnThisDayView } from "./feed.schema"

const mostYears = 10
const ofEach = 5

/**
 * What one posted on this day in earlier years, the newest first: at most ten years back, and not before one was here.
 * Days begin and end in UTC.
 */
export const onThisDay = operation(z.strictObject({}), async (actor): Promise<OnThisDayView> => {
  const { userId } = requireUser(actor)
  const posts = await Promise.all(
    daysBefore(new Date(), new Date(timeOf(userId)).getUTCFullYear()).map((day) =>
      Post.newestOf(userId, ofEach, {
        above: firstIdAt("post", day),
        below: firstIdAt("post", day + days(1) * 1000),
      }),
    ),
  )
  return { items: await Post.views(actor, posts.flat()) }
})

/** When this day began in earlier years, in milliseconds; a 29th of February is there every fourth year. */
function daysBefore(today: Date, firstYear: number): number[] {
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()]
  const years = Math.min(mostYears, year - firstYear)
  return Array.from({ length: Math.max(0, years) }, (_, index) =>
    Date.UTC(year - 1 - index, month, day),
  ).filter((at) => new Date(at).getUTCDate() === day)
}
