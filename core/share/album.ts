import type { Actor } from "../actor"
import { Album } from "../album"
import { AppError } from "../error"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Post } from "../post"
import { listOf } from "../table/list"
import { open } from "./find"
import {
  type LinkedAlbum,
  LinkedAlbumInput,
  LinkedItems,
  type LinkedPost,
  LinkedPostInput,
} from "./share.schema"
import { albumThrough, postThrough } from "./target"
import { linkedPost } from "./view"

type Place = Awaited<ReturnType<typeof Album.placesAfter>>[number]

/** An album that a link opens, its own or one in it. @throws AppError as `get`, `not_found` for another */
export const album = operation(LinkedAlbumInput, async (actor, { token, albumId }): Promise<LinkedAlbum> => {
  const { album: row } = await reach(actor, token, albumId)
  return albumView(row)
})

export async function albumView({ albumId, title, description }: Album.AlbumRow): Promise<LinkedAlbum> {
  const children = await Album.albumRows(await Album.childIds(albumId))
  return {
    id: albumId,
    title,
    description,
    albums: [...children.values()].map((child) => ({ id: child.albumId, title: child.title })),
  }
}

/** The posts of an album that a link opens, in its order, private ones too. @throws AppError as `album` */
export const items = operation(
  LinkedItems,
  async (actor, { token, albumId, ...page }): Promise<Page<LinkedPost>> => {
    const { link, album: row } = await reach(actor, token, albumId)
    return listOf<Place, LinkedPost>({
      list: `link-${row.albumId}-${row.order}`,
      page,
      read: (before, count) => Album.placesAfter(row, before, count),
      idOf: (place) => Album.positionOf(row.order, place),
      show: async (places) => {
        const posts = await Post.byIds(places.map(({ postId }) => postId))
        return (await Post.seen(actor, posts, { given: true })).map((seen) => linkedPost(link, token, seen))
      },
    })
  },
)

/** One post that a link opens, directly or in its album. @throws AppError as `get`, `not_found` for another */
export const post = operation(LinkedPostInput, async (actor, { token, postId }): Promise<LinkedPost> => {
  const { link, seen } = await through(actor, token, postId)
  return linkedPost(link, token, seen)
})

/** A post that a link opens, and the link. @throws AppError as `post` */
export async function through(actor: Actor, token: string, postId: string) {
  const { link, target } = await open(actor, token)
  const seen = await postThrough(actor, target, postId)
  if (!seen) throw new AppError("not_found")
  return { link, seen }
}

async function reach(actor: Actor, token: string, albumId?: string) {
  const found = await open(actor, token)
  const row = await albumThrough(found.target, albumId)
  if (!row) throw new AppError("not_found")
  return { ...found, album: row }
}
