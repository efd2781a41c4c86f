import type { EntityItem } from "electrodb"
import { requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { limit } from "../limit"
import { operation } from "../operation"
import { transact } from "../table"
import { days } from "../time"
import { User } from "../user"
import { UserInput } from "../user/user.schema"
import type { FollowEntity } from "./follow.entity"
import type { FollowView } from "./follow.schema"
import { rowsOf } from "./ties"
import { accepted, begun, end, untilSettled } from "./write"

export { eraseBy } from "./erase"
export { followers, following, peopleViews, someFollowed } from "./lists"
export { acceptWaiting, decide, requests } from "./requests"
export { followedAmong, rowsOf, seesPostsOf, ties } from "./ties"
export { deleted, left, untilSettled } from "./write"

export type FollowRow = EntityItem<typeof FollowEntity>

/**
 * Follows a person, or asks a private account to. Twice is once.
 * @throws AppError `not_found` also behind a block, `unprocessable` for oneself, `rate_limited` beyond so many a day
 */
export const follow = operation(UserInput, async (actor, { handle }): Promise<FollowView> => {
  // Without what was read for this request before: it is looked at anew until it is settled.
  const by = { ...requireUser(actor), read: undefined }
  const followerId = by.userId
  let state: FollowView["state"] = "following"
  let isCounted = false
  await untilSettled(async () => {
    const person = await User.visible(by, handle)
    const pair = { followerId, followeeId: person.userId }
    if (person.userId === followerId) throw new AppError("unprocessable", { reason: "follow_self" })
    const [row] = await rowsOf([pair])
    state = person.private && row?.state !== "active" ? "requested" : "following"
    if (row?.state === "active" || (row && person.private)) return undefined
    // A request from before the account was opened to everybody.
    if (row) return transact((t) => accepted(t, pair))
    if (!isCounted) await countFollow(followerId)
    isCounted = true
    return transact((t) => begun(t, followerId, person))
  })
  return { state }
})

const countFollow = (userId: string) =>
  limit(["follow", userId], config.settings.limits.followsPerDay, days(1), "follows_a_day")

/** Ends a follow, or takes back a request. @throws AppError `not_found` for nobody, and behind a block */
export const unfollow = operation(UserInput, async (actor, { handle }): Promise<void> => {
  const { userId: followerId } = requireUser(actor)
  const { userId: followeeId } = await User.visible(actor, handle)
  await end({ followerId, followeeId })
})

/** Takes away a follower, or somebody's request. @throws AppError `not_found` for nobody, and behind a block */
export const removeFollower = operation(UserInput, async (actor, { handle }): Promise<void> => {
  const { userId: followeeId } = requireUser(actor)
  const { userId: followerId } = await User.visible(actor, handle)
  await end({ followerId, followeeId })
})
