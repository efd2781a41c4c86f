import { type Actor, moderates } from "../actor"
import { savedAmong } from "../bookmark/saved-among"
import { likedAmong } from "../like/liked-among"
import { Photo } from "../photo"
import { batch, table } from "../table"
import { User } from "../user"
import type { PostRow } from "./post"
import { ownsPost } from "./post.access"
import type { License, PostPhotoView, PostView } from "./post.schema"
import { type Reading, type Seen, seen } from "./sight"

type Counts = { likes: number; comments: number }
type Marks = { counts: Map<string, Counts>; liked: ReadonlySet<string>; saved: ReadonlySet<string> }

/**
 * Those of some rows that the actor may see, as they are shown: with authors, counters and the actor's own marks, read
 * together in one step.
 */
export const views = (actor: Actor, rows: readonly PostRow[], reading: Pick<Reading, "given"> = {}) =>
  viewsOf(actor, rows, reading)

/** The same for feeds, lists that the reader did not ask for by name: without whom and what the reader filters out. */
export const feedViews = (actor: Actor, rows: readonly PostRow[]) => viewsOf(actor, rows, { feed: true })

async function viewsOf(actor: Actor, rows: readonly PostRow[], reading: Reading): Promise<PostView[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ postId }) => postId)
  const [visible, counts, liked, saved] = await Promise.all([
    seen(actor, rows, reading),
    countsOf(rows),
    likedAmong(actor, ids),
    savedAmong(actor, ids),
  ])
  return visible.map((post) => view(actor, post, { counts, liked, saved }))
}

function view(actor: Actor, { row, author }: Seen, { counts, liked, saved }: Marks): PostView {
  const { postId, contentWarning, editedAt } = row
  return {
    id: postId,
    author: User.author(author),
    ...(row.guest ? { guest: row.guest } : {}),
    caption: row.caption,
    photos: row.photos.map(photoView),
    visibility: row.visibility,
    audience: author.private && row.audience === "public" ? "followers" : row.audience,
    unlisted: author.unlisted,
    commentsAllowed: row.commentsAllowed,
    license: row.license as License,
    ...(contentWarning ? { contentWarning } : {}),
    ...moderationView(actor, row),
    createdAt: row.createdAt,
    ...(editedAt ? { editedAt } : {}),
    counts: counts.get(postId) ?? { likes: 0, comments: 0 },
    viewer: { own: ownsPost(actor, row), liked: liked.has(postId), saved: saved.has(postId) },
  }
}

/** Readers see what follows from a decision, and not that there is one. */
function moderationView(actor: Actor, row: PostRow): Pick<PostView, "moderation"> {
  const { moderation } = row
  if (!moderation || !(ownsPost(actor, row) || moderates(actor))) return {}
  const { hidden, covered, closed, held } = moderation
  const withheld = hidden ? ("hidden" as const) : held ? ("held" as const) : undefined
  const decisions = [hidden, covered, closed].flatMap((id) => id ?? [])
  return { moderation: { ...(withheld ? { withheld } : {}), decisions } }
}

function photoView({ altText, camera, place, ...picture }: PostRow["photos"][number]): PostPhotoView {
  return {
    ...Photo.pictureView(picture),
    altText,
    ...(camera ? { camera } : {}),
    ...(place ? { place } : {}),
  }
}

async function countsOf(rows: readonly PostRow[]): Promise<Map<string, Counts>> {
  const keys = rows.flatMap(({ postId, countShards }) =>
    Array.from({ length: countShards }, (_, shard) => ({ postId, shard })),
  )
  const found = await batch(keys, (left) => table().postCount.get(left).go())
  const sums = new Map<string, Counts>()
  for (const { postId, likes, comments } of found) {
    const sum = sums.get(postId) ?? { likes: 0, comments: 0 }
    sums.set(postId, { likes: sum.likes + likes, comments: sum.comments + comments })
  }
  return sums
}
