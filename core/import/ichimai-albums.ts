import { Album } from "../album"
import { idAt } from "../id-at"
import type { Importing } from "./adapter"
import { chunksOf } from "./ichimai-chunks"
import { actorOf, type Done, imported, type OwnFact, ownPosts } from "./ichimai-own"

/** An album at its own time with its posts in their order. Nobody is made a member, and no link is made. */
export async function restoreAlbum(
  { album, own, parent }: OwnFact & { do: "album" },
  importing: Importing,
): Promise<Done> {
  const { title, description, visibility, order, createdAt } = album
  const albumIdOf = (id: string, at: string) => idAt("album", Date.parse(at), importing.importId, id)
  const albumId = albumIdOf(album.id, createdAt)
  const lies = parent ? { parentId: albumIdOf(parent.id, parent.createdAt) } : {}
  await Album.restore(importing.userId, {
    albumId,
    createdAt,
    title,
    description,
    visibility,
    order,
    ...lies,
  })
  const posts = await ownPosts(own, importing)
  const postIds = album.posts.flatMap((id) => posts.get(id) ?? [])
  const actor = actorOf(importing)
  for (const some of chunksOf(postIds)) await Album.addItems(actor, { albumId, postIds: some })
  const cover = album.cover && posts.get(album.cover)
  if (cover) await Album.edit(actor, { albumId, coverPostId: cover })
  return imported
}
