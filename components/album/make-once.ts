import type { input } from "zod"
import { albums } from "@/components/api/albums"
import type { AlbumView, CreateAlbum } from "@/core/album/album.schema"

/**
 * Makes an album once, however often its form is sent: what was typed since is told to the one that is made.
 * @returns a function that throws ProblemError
 */
export function makeOnce() {
  let made: AlbumView | undefined
  let told = ""
  return async ({ parentId, ...words }: input<typeof CreateAlbum>): Promise<AlbumView> => {
    const telling = JSON.stringify(words)
    if (!made) made = await albums.create({ ...words, ...(parentId ? { parentId } : {}) })
    else if (telling !== told) made = await albums.edit(made.id, words)
    told = telling
    return made
  }
}
