import type { Actor } from "../actor"
import { Photo } from "../photo"
import { Post } from "../post"
import { batch, table } from "../table"
import { User } from "../user"
import { albumAudience } from "./album.access"
import type { AlbumCard, AlbumView } from "./album.schema"
import type { AlbumRow } from "./lineage"
import { type Reached, reachAll } from "./reach"

/** How many posts are looked at to find a cover that the reader may see. */
export const headLength = 3

/** Albums as lists show them: their covers are read together, however many albums there are. */
export async function cards(actor: Actor, reached: readonly Reached[]): Promise<AlbumCard[]> {
  const covers = await coversOf(actor, reached)
  return reached.map((each) => cardOf(each, covers.get(each.row.albumId)))
}

function cardOf({ row, owner, role }: Reached, cover: AlbumCard["cover"]): AlbumCard {
  return {
    id: row.albumId,
    owner: User.author(owner),
    title: row.title,
    visibility: row.visibility,
    ...(cover ? { cover } : {}),
    ...(role ? { items: row.items, role } : {}),
  }
}

export async function view(actor: Actor, reached: Reached): Promise<AlbumView> {
  const { row, line, owner, role, joined } = reached
  const above = line.slice(1).map(({ albumId }) => albumId)
  const [[card], path] = await Promise.all([cards(actor, [reached]), reachAll(actor, above.reverse())])
  if (!card) throw new Error("an album without its card")
  return {
    ...card,
    description: row.description,
    order: row.order,
    audience: albumAudience(row.visibility, owner),
    unlisted: owner.unlisted,
    joined,
    path: path.map((each) => ({ id: each.row.albumId, title: each.row.title })),
    ...(role ? { albums: row.albums, members: row.members } : {}),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

const candidatesOf = ({ coverPostId, head }: AlbumRow) => [
  ...new Set([...(coverPostId ? [coverPostId] : []), ...head.slice(0, headLength)]),
]

async function coversOf(actor: Actor, reached: readonly Reached[]) {
  const keys = reached.flatMap(({ row }) =>
    candidatesOf(row).map((postId) => ({ postId, albumId: row.albumId })),
  )
  const [places, posts] = await Promise.all([
    // What was chosen may have been taken out since.
    batch(keys, (left) => table().albumPlace.get(left).go({ consistent: true })),
    Post.byIds([...new Set(keys.map(({ postId }) => postId))]),
  ])
  const hangs = new Set(places.map(({ albumId, postId }) => `${albumId} ${postId}`))
  const inside = new Set(reached.filter(({ role }) => role).map(({ row }) => row.albumId))
  const given = places.filter(({ albumId }) => inside.has(albumId)).map(({ postId }) => postId)
  const seen = await Post.seen(actor, posts, { given: new Set(given) })
  const openly = new Set(
    (given.length > 0 ? await Post.seen(actor, posts) : seen).map(({ row }) => row.postId),
  )
  const byId = new Map(seen.map(({ row }) => [row.postId, row]))
  return new Map(
    reached.flatMap(({ row }) => {
      const shown = candidatesOf(row).find(
        (id) =>
          hangs.has(`${row.albumId} ${id}`) && byId.has(id) && (inside.has(row.albumId) || openly.has(id)),
      )
      const cover = shown && coverOf(byId.get(shown))
      return cover ? [[row.albumId, cover] as const] : []
    }),
  )
}

function coverOf(post: Post.PostRow | undefined): AlbumCard["cover"] {
  const [card] = post?.photos ?? []
  if (!post || !card || post.contentWarning) return undefined
  const { altText, camera: _, place: __, ...picture } = card
  return { postId: post.postId, altText, picture: Photo.pictureView(picture) }
}
