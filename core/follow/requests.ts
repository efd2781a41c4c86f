import { requireUser } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { refused, table, transact } from "../table"
import { listOf } from "../table/list"
import { User } from "../user"
import type { FollowRow } from "./follow"
import { Decide, type FollowRequestView } from "./follow.schema"
import { peopleViews } from "./lists"
import { rowsOf } from "./ties"
import { accepted, deleted } from "./write"

/** Who asks to follow the actor, the newest first. */
export const requests = operation(PageInput, async (actor, page): Promise<Page<FollowRequestView>> => {
  const { userId } = requireUser(actor)
  return listOf<FollowRow, FollowRequestView>({
    list: `requests-of-${userId}`,
    page,
    read: (before, count) => waiting(userId, before, count),
    idOf: ({ followId }) => followId,
    show: async (rows) => {
      const since = new Map(rows.map(({ followerId, createdAt }) => [followerId, createdAt]))
      const people = await peopleViews(actor, [...since.keys()])
      return people.map((person) => ({ ...person, requestedAt: since.get(person.id) ?? "" }))
    },
  })
})

/**
 * Lets somebody who asked follow the actor, or not; the one who asked is told of the first alone. Accepted twice is
 * once.
 * @throws AppError `not_found` where nobody asks
 */
export const decide = operation(Decide, async (actor, { userId: followerId, decision }): Promise<void> => {
  const { userId: followeeId } = requireUser(actor)
  const pair = { followerId, followeeId }
  const [row] = await rowsOf([pair])
  if (row?.state === "active" && decision === "accept") return
  if (row?.state !== "requested") throw new AppError("not_found")
  const codes = await transact((t) => (decision === "accept" ? accepted(t, pair) : [deleted(t, row)]))
  if (codes) throw new AppError("conflict")
})

const inChunk = 100

/**
 * Accepts everybody who waits for an account that was opened to all. Cut off in the middle it goes on from there when
 * it is done again, for who was accepted waits no longer; an account that was closed meanwhile is left alone.
 */
export async function acceptWaiting(userId: string): Promise<void> {
  let before: string | undefined
  for (;;) {
    if ((await User.byId(userId))?.private !== false) return
    const rows = await waiting(userId, before, inChunk)
    // One after the other: all of them change one counter.
    for (const row of rows) await acceptOne(row)
    before = rows.at(-1)?.followId
    if (rows.length < inChunk) return
  }
}

/** Whoever took the request back meanwhile is refused, and so is who is gone. */
async function acceptOne(row: FollowRow) {
  const codes = await transact((t) => accepted(t, row))
  if (codes && !codes.includes(refused)) throw new Error("A request was neither accepted nor refused.")
}

async function waiting(followeeId: string, before: string | undefined, count: number) {
  const list = table().follow.query.byFollowee({ followeeId, state: "requested" })
  const below = before ? list.lt({ followId: before }) : list
  return (await below.go({ order: "desc", limit: count, count })).data
}
