import type { Actor } from "../actor"
import { requireUser } from "../actor"
import { Follow } from "../follow"
import type { PersonView } from "../follow/follow.schema"
import { operation } from "../operation"
import type { PictureView } from "../photo/photo.schema"
import { Post } from "../post"
import { SuggestionsInput, type SuggestionsView } from "./profile.schema"

/** How many of those whom one follows are asked, and how many each of them names. */
const asked = 20
const named = 50
const recentPosts = 60
/** How many of their photos are shown. */
const shownPhotos = 3

/**
 * People whom those whom the actor follows follow, most of them first; where these are too few, people who posted for
 * everybody lately. Nobody whom one follows, asked, blocked or muted. It costs the same however many one follows.
 */
export const suggestions = operation(SuggestionsInput, async (actor, { limit }): Promise<SuggestionsView> => {
  const { userId } = requireUser(actor)
  const followed = await Follow.someFollowed(userId, asked)
  const lists = await Promise.all(followed.map((id) => Follow.someFollowed(id, named)))
  const counts = new Map<string, number>()
  for (const id of lists.flat()) counts.set(id, (counts.get(id) ?? 0) + 1)
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1)).map(([id]) => id)
  const known = await wanted(actor, ranked.slice(0, 4 * limit), limit)
  const recent = known.length < limit ? await recentAuthors(actor, limit - known.length, counts) : []
  return { items: await withPhotos(actor, [...known, ...recent], counts) }
})

/** Those of some people whom the actor has nothing to do with yet. */
async function wanted(actor: Actor, userIds: readonly string[], limit: number) {
  const people = await Follow.peopleViews(actor, userIds)
  return people
    .filter(({ viewer: { own, follows, requested, muted } }) => !own && !follows && !requested && !muted)
    .slice(0, limit)
}

async function recentAuthors(actor: Actor, limit: number, except: ReadonlyMap<string, number>) {
  const posts = await Post.seen(actor, await Post.latest(undefined, recentPosts), { feed: true })
  const authors = new Set(posts.map(({ row }) => row.userId))
  return wanted(
    actor,
    [...authors].filter((id) => !except.has(id)),
    limit,
  )
}

/** Each with their newest photos: one query a person, and one look at who sees what for all of them. */
async function withPhotos(actor: Actor, people: readonly PersonView[], counts: ReadonlyMap<string, number>) {
  const newest = await Promise.all(people.map(({ id }) => Post.newest(id, undefined, shownPhotos)))
  const seen = await Post.views(actor, newest.flat())
  return people.map((person) => ({
    ...person,
    followedBy: counts.get(person.id) ?? 0,
    photos: seen
      .filter(({ author, contentWarning }) => author.id === person.id && !contentWarning)
      .flatMap(({ photos: [first] }) => (first ? [picture(first)] : [])),
  }))
}

const picture = ({ photoId, width, height, color, thumbhash, variants }: PictureView): PictureView => ({
  photoId,
  width,
  height,
  color,
  thumbhash,
  variants,
})
