import { type Actor, userIdOf } from "../actor"
import { Album } from "../album"
import { Follow } from "../follow"
import { Photo } from "../photo"
import { Post } from "../post"
import { Relation } from "../relation"
import { User } from "../user"
import { excerpts } from "./excerpts"
import { isOfGuests, type NotificationView, SiteKind } from "./notification.schema"
import { readUpTo } from "./read"
import type { NotificationRow } from "./tell"

/** The longest side of a picture beside a notification. */
const thumbnail = 320

/**
 * Notifications as they are shown. Access is decided anew: of what is about a post that the actor may not see any more,
 * of people behind a block and of requests that nobody waits for any more nothing is said. All is read together; only
 * who wrote the posts takes a second step.
 */
export async function views(actor: Actor, rows: readonly NotificationRow[]): Promise<NotificationView[]> {
  if (rows.length === 0) return []
  const singles = rows.filter(({ kind }) => kind === "follow" || kind === "request")
  const [people, relations, posts, albums, said, ties, waiting, upTo] = await Promise.all([
    User.people(rows.flatMap(({ kind, actors }) => (isOfGuests(kind) ? [] : actors))),
    Relation.of(actor),
    seenPosts(actor, rows),
    Album.titles(actor, [...new Set(rows.flatMap(({ albumId }) => albumId ?? []))]),
    excerpts(rows),
    Follow.ties(
      actor,
      singles.flatMap(({ actors }) => actors.slice(0, 1)),
    ),
    requested(actor, rows),
    readUpTo(actor),
  ])
  const show = (row: NotificationRow): NotificationView | undefined => {
    const { postId, commentId, albumId, kind, count, actors } = row
    if (isSiteKind(kind)) return ofSite(row, upTo)
    const post = posts.get(postId ?? "")
    const excerpt = said.get(commentId ?? "")
    const title = albums.get(albumId ?? "")
    if (albumId && title === undefined) return undefined
    if ((postId && !post) || (commentId && excerpt === undefined)) return undefined
    // Guests are nobody: what is counted is what they sent.
    const persons = isOfGuests(kind) ? [] : actors
    const hidden = persons.filter((id) => relations.blocked.has(id) || !people.has(id))
    const shown = persons.filter((id) => !hidden.includes(id)).slice(0, 3)
    const total = count - hidden.length
    if (total < 1 || (kind === "request" && !waiting.has(actors[0] ?? ""))) return undefined
    const authors = shown.flatMap((id) => people.get(id) ?? [])
    const [first] = authors
    return {
      id: row.notificationId,
      kind,
      actors: authors.map(User.author),
      others: total - authors.length,
      ...(post ? { post: postView(actor, post) } : {}),
      ...(commentId ? { comment: { id: commentId, excerpt: excerpt ?? "" } } : {}),
      ...(albumId && title !== undefined ? { album: { id: albumId, title } } : {}),
      ...(kind === "follow" && total === 1 && first
        ? { viewer: { ...standing(ties(first.userId)), private: first.private } }
        : {}),
      at: row.at,
      read: row.notificationId <= upTo,
    }
  }
  return rows.flatMap((row) => show(row) ?? [])
}

const isSiteKind = (kind: string): kind is SiteKind => SiteKind.safeParse(kind).success

/** What the site itself tells is about no person, and there whatever becomes of the thing. */
const ofSite = (
  { notificationId, kind, decisionId, at }: NotificationRow,
  upTo: string,
): NotificationView => ({
  id: notificationId,
  kind,
  actors: [],
  others: 0,
  ...(decisionId ? { decisionId } : {}),
  at,
  read: notificationId <= upTo,
})

const standing = ({ follows, requested }: { follows: boolean; requested: boolean }) => ({
  follows,
  requested,
})

async function seenPosts(actor: Actor, rows: readonly NotificationRow[]) {
  const ids = [...new Set(rows.flatMap(({ postId }) => postId ?? []))]
  const seen = await Post.seen(actor, await Post.byIds(ids))
  return new Map(seen.map(({ row }) => [row.postId, row]))
}

/** Who of those who asked to follow the actor still waits. */
async function requested(actor: Actor, rows: readonly NotificationRow[]): Promise<ReadonlySet<string>> {
  const followeeId = userIdOf(actor)
  if (followeeId === undefined) return new Set()
  const asked = rows.filter(({ kind }) => kind === "request").flatMap(({ actors }) => actors)
  const found = await Follow.rowsOf(asked.map((followerId) => ({ followerId, followeeId })))
  return new Set(found.filter(({ state }) => state === "requested").map(({ followerId }) => followerId))
}

function postView(actor: Actor, { postId, userId, photos, contentWarning }: Post.PostRow) {
  const own = userIdOf(actor) === userId
  const [{ altText, ...card }] = photos as [Post.PostRow["photos"][number]]
  // Covered until a reader chooses to see it.
  if (contentWarning && !own) return { id: postId, own, altText: "" }
  const { variants, ...picture } = Photo.pictureView(card)
  const small = variants.filter(({ width, height }) => Math.max(width, height) <= thumbnail)
  return {
    id: postId,
    own,
    altText,
    picture: { ...picture, variants: small.length > 0 ? small : variants.slice(-1) },
  }
}
