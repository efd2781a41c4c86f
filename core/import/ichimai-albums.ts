import { Album } from "../album"
import { idAt } from "../id-at"
import type { Importing } from "./adapter"
import { albumsHere } from "./here"
import { chunksOf } from "./ichimai-chunks"
import { actorOf, alreadyHere, type Done, imported, type OwnFact, ownPosts } from "./ichimai-own"

type Named = { id: string; createdAt: string; title?: string }

const albumIdOf = ({ id, createdAt }: Named, { importId }: Importing) =>
  idAt("album", Date.parse(createdAt), importId, id)

/** The album in which another lies: this import made it, or found it. */
async function parentIdOf({ title, ...parent }: Named, importing: Importing): Promise<string> {
  const made = albumIdOf(parent, importing)
  const here = title === undefined ? [] : await albumsHere(importing, { ...parent, title })
  return here.includes(made) ? made : (here[0] ?? made)
}

/** An album at its own time with its posts in their order. Nobody is made a member, and no link is made. */
export async function restoreAlbum(
  { album, own, parent }: OwnFact & { do: "album" },
  importing: Importing,
): Promise<Done> {
  const { title, description, visibility, order, createdAt } = album
  const albumId = albumIdOf(album, importing)
  const here = await albumsHere(importing, album)
  if (here.length > 0 && !here.includes(albumId)) return alreadyHere
  const lies = parent ? { parentId: await parentIdOf(parent, importing) } : {}
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
