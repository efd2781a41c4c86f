import type { input } from "zod"
import { albums } from "@/components/api/albums"
import { passing } from "@/components/upload/engine/passing"
import type { AlbumView, CreateAlbum } from "@/core/album/album.schema"

type Words = input<typeof CreateAlbum>

/**
 * Makes an album once, however often its form is sent: what was typed since is told to the one that is made.
 * @returns a function that throws ProblemError
 */
export function makeOnce() {
  /** What was sent first and not refused: it may be made, also where no answer came. */
  let sent: { body: Words; key: string; words: string } | undefined
  let made: AlbumView | undefined
  let told = ""
  return async ({ parentId, ...words }: Words): Promise<AlbumView> => {
    const telling = JSON.stringify(words)
    if (!made) {
      sent ??= {
        body: { ...words, ...(parentId ? { parentId } : {}) },
        key: crypto.randomUUID(),
        words: telling,
      }
      try {
        made = await albums.create(sent.body, sent.key)
      } catch (error) {
        if (!passing(error)) sent = undefined
        throw error
      }
      told = sent.words
    }
    if (telling !== told) made = await albums.edit(made.id, words)
    told = telling
    return made
  }
}
