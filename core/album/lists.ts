import { type Actor, requireUser, userIdOf } from "../actor"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Post } from "../post"
import { ownsPost } from "../post/post.access"
import { PostInput } from "../post/post.schema"
import { table } from "../table"
import { listOf } from "../table/list"
import { User } from "../user"
import { type AlbumCard, AlbumPage, type AlbumsOfPost, AlbumsOfUser, MyAlbums } from "./album.schema"
import { placesOf } from "./given"
import { type AlbumRow, albumRows } from "./lineage"
import { reach, reachAll } from "./reach"
import { cards } from "./view"

type Named = { albumId: string }

/** The albums of a person that the actor may see, those that lie in no other, the newest first. */
export const byUser = operation(
  AlbumsOfUser,
  async (actor, { handle, ...page }): Promise<Page<AlbumCard>> => {
    const { userId } = await User.visible(actor, handle)
    return childrenOf(actor, userId, page)
  },
)

/** The albums that lie in another, as far as the actor may see them, the newest first. @throws AppError `not_found` */
export const children = operation(
  AlbumPage,
  async (actor, { albumId, ...page }): Promise<Page<AlbumCard>> => {
    await reach(actor, albumId)
    return childrenOf(actor, albumId, page)
  },
)

const childrenOf = (actor: Actor, parentId: string, page: Wanted) =>
  cardsOf(actor, `albums-in-${parentId}`, page, async (before, count) => {
    const all = table().albumChild.query.byParent({ parentId })
    const below = before ? all.between({ albumId: "" }, { albumId: before }) : all
    const { data } = await below.go({ order: "desc", limit: count + 1, count: count + 1, consistent: true })
    return data.filter(({ albumId }) => albumId !== before).slice(0, count)
  })

/** One's own albums, wherever they lie, or those of others that one is a member of; the newest first. */
export const mine = operation(MyAlbums, async (actor, { kind, ...page }): Promise<Page<AlbumCard>> => {
  const { userId } = requireUser(actor)
  const read = kind === "own" ? ofUser : sharedWith
  return cardsOf(actor, `albums-${kind}-${userId}`, page, (before, count) => read(userId, before, count))
})

/**
 * A person's albums of every audience, wherever they lie, the newest first: not to be shown before somebody asked who
 * sees them.
 * @param before only those below this id
 */
export async function ofUser(userId: string, before: string | undefined, count: number): Promise<AlbumRow[]> {
  const albums = table().album.query.byUser({ userId })
  const below = before ? albums.lt({ albumId: before }) : albums
  return (await below.go({ order: "desc", limit: count, count })).data
}

/** The albums of others that a person is a member of, the newest first. */
export async function sharedWith(userId: string, before: string | undefined, count: number) {
  const albums = table().albumMember.query.byUser({ userId })
  const below = before ? albums.lt({ albumId: before }) : albums
  return (await below.go({ order: "desc", limit: count, count })).data
}

/**
 * The albums that a post is in, as far as the actor may see them; its author reads of all of them.
 * @throws AppError `not_found`
 */
export const ofPost = operation(PostInput, async (actor, { postId }): Promise<AlbumsOfPost> => {
  const { row } = await Post.require(actor, postId)
  const ids = (await placesOf(postId)).map(({ albumId }) => albumId)
  if (ownsPost(actor, row)) {
    const all = [...(await albumRows(ids)).values()]
    return { items: all.map(({ albumId, title }) => ({ id: albumId, title })) }
  }
  const seen = await reachAll(actor, ids)
  return { items: seen.map((each) => ({ id: each.row.albumId, title: each.row.title })) }
})

type Wanted = { limit: number; cursor?: string | undefined }

const cardsOf = (
  actor: Actor,
  list: string,
  page: Wanted,
  read: (before: string | undefined, count: number) => Promise<Named[]>,
) =>
  listOf<Named, AlbumCard>({
    list: `${list}-${userIdOf(actor) ?? ""}`,
    page,
    read,
    idOf: ({ albumId }) => albumId,
    show: async (rows) =>
      cards(
        actor,
        await reachAll(
          actor,
          rows.map(({ albumId }) => albumId),
        ),
      ),
  })
