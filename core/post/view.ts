import type { Actor } from "../actor"
import { Photo } from "../photo"
import { batch, table } from "../table"
import { User } from "../user"
import type { PostRow } from "./post"
import { ownsPost } from "./post.access"
import type { PostPhotoView, PostView } from "./post.schema"

type Counts = { likes: number; comments: number }

/**
 * Rows as they are shown: with authors and counters, read together in one step.
 * Posts of authors who are not visible are left out.
 */
export async function views(actor: Actor, rows: readonly PostRow[]): Promise<PostView[]> {
  if (rows.length === 0) return []
  const [authors, counts] = await Promise.all([User.authors(rows.map((row) => row.userId)), countsOf(rows)])
  return rows.flatMap((row) => {
    const author = authors.get(row.userId)
    if (!author) return []
    return [
      {
        id: row.postId,
        author,
        caption: row.caption,
        photos: row.photos.map(photoView),
        visibility: row.visibility,
        commentsAllowed: row.commentsAllowed,
        createdAt: row.createdAt,
        counts: counts.get(row.postId) ?? { likes: 0, comments: 0 },
        viewer: { own: ownsPost(actor, row) },
      },
    ]
  })
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
