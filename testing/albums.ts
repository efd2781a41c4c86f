import type { z } from "zod"
import type { UserActor } from "../core/actor"
import { Album } from "../core/album"
import type { AlbumRole, AlbumView, CreateAlbum } from "../core/album/album.schema"
import type { Person } from "./person"

/** An album with posts of its owner in it. */
export async function givenAlbum(
  by: UserActor,
  { posts = [], ...wanted }: Partial<z.input<typeof CreateAlbum>> & { posts?: string[] } = {},
): Promise<AlbumView> {
  const album = await Album.create(by, { title: "Winter in Hakodate", ...wanted })
  for (let from = 0; from < posts.length; from += 100)
    await Album.addItems(by, { albumId: album.id, postIds: posts.slice(from, from + 100) })
  return album
}

/** Somebody is made a member. */
export const joins = (by: UserActor, albumId: string, whom: Person, role: AlbumRole = "viewer") =>
  Album.addMember(by, { albumId, handle: whom.handle, role })
