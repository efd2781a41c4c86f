import type { Actor } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Relation } from "../relation"
import { table } from "../table"
import { listOf } from "../table/list"
import { User } from "../user"
import type { FollowRow } from "./follow"
import { PeopleOf, type PersonView } from "./follow.schema"
import { seesPostsOf, ties } from "./ties"

/**
 * Who follows a person, the newest follow first.
 * @throws AppError `not_found` for nobody, behind a block, and of a private account for who does not follow it
 */
export const followers = operation(PeopleOf, async (actor, input): Promise<Page<PersonView>> => {
  const followeeId = await opened(actor, input.handle)
  return listOf<FollowRow, PersonView>({
    list: `followers-of-${followeeId}`,
    page: input,
    read: async (before, count) => {
      const list = table().follow.query.byFollowee({ followeeId, state: "active" })
      const below = before ? list.lt({ followId: before }) : list
      return (await below.go({ order: "desc", limit: count, count })).data
    },
    idOf: ({ followId }) => followId,
    show: (rows) =>
      peopleViews(
        actor,
        rows.map(({ followerId }) => followerId),
      ),
  })
})

/** Whom a person follows, the newest account first. @throws AppError as {@link followers} */
export const following = operation(PeopleOf, async (actor, input): Promise<Page<PersonView>> => {
  const followerId = await opened(actor, input.handle)
  return listOf<FollowRow, PersonView>({
    list: `followed-by-${followerId}`,
    page: input,
    read: async (before, count) => {
      const list = table().follow.query.byFollower({ followerId })
      const below = before ? list.lt({ followeeId: before }) : list
      return (await below.go({ order: "desc", limit: count, count })).data
    },
    idOf: ({ followeeId }) => followeeId,
    show: (rows) => {
      const active = rows.filter(({ state }) => state === "active")
      return peopleViews(
        actor,
        active.map(({ followeeId }) => followeeId),
      )
    },
  })
})

/** @returns the ids of up to so many people whom somebody follows, requests not counted, the newest accounts first */
export async function someFollowed(followerId: string, count: number): Promise<string[]> {
  const list = table().follow.query.byFollower({ followerId })
  const { data } = await list.go({ order: "desc", limit: count, count })
  return data.filter(({ state }) => state === "active").map(({ followeeId }) => followeeId)
}

async function opened(actor: Actor, handle: string): Promise<string> {
  const person = await User.visible(actor, handle)
  if (!(await seesPostsOf(actor, person))) throw new AppError("not_found")
  return person.userId
}

/** Those of some people of whom the actor may know, as lists show them, in order. All is read in one step. */
export async function peopleViews(actor: Actor, userIds: readonly string[]): Promise<PersonView[]> {
  if (userIds.length === 0) return []
  const [people, tieOf, { blocked }] = await Promise.all([
    User.people(userIds),
    ties(actor, userIds, false),
    Relation.of(actor),
  ])
  return userIds.flatMap((id) => {
    const row = people.get(id)
    if (!row || blocked.has(id)) return []
    return [{ ...User.author(row), bio: row.bio, private: row.private, viewer: tieOf(id) }]
  })
}
