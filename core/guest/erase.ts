import { Photo } from "../photo"
import { batch, table } from "../table"

type Key = { userId: string; commentId: string }
const inChunk = 100

/** Removes what waits under a post that is gone. Safe to be cut off and to be done again. */
export const eraseUnder = (postId: string): Promise<void> =>
  eraseAll((options) => table().guestComment.query.byPost({ postId }).go(options))

/** Removes what came through a link that is over and waits still. Safe to be cut off and to be done again. */
export const eraseThrough = (shareId: string): Promise<void> =>
  eraseAll((options) => table().guestComment.query.byShare({ shareId }).go(options))

/** Removes some of what waits for a person, for an account that goes. @returns whether some may be left */
export async function eraseBy(userId: string): Promise<boolean> {
  const { data } = await table()
    .guestComment.query.byAuthor({ userId })
    .go({ limit: inChunk, count: inChunk })
  await remove(data)
  return data.length === inChunk
}

/** Removes what waits for an album that is gone: nobody decides about it any more. Safe to be cut off and to be done again. */
export async function eraseOfAlbum(albumId: string): Promise<void> {
  for (;;) {
    const { data } = await table()
      .guestPhoto.query.byAlbum({ albumId })
      .go({ limit: inChunk, count: inChunk, consistent: true })
    for (const { photoId } of data) {
      await Photo.erase({ photoId })
      await table().guestPhoto.delete({ albumId, photoId }).go()
    }
    if (data.length < inChunk) return
  }
}

type Found = { data: Key[]; cursor: string | null }

async function eraseAll(read: (options: { limit: number; cursor: string | null }) => Promise<Found>) {
  let cursor: string | null = null
  do {
    const page: Found = await read({ limit: inChunk, cursor })
    await remove(page.data)
    cursor = page.cursor
  } while (cursor)
}

const remove = (rows: readonly Key[]) =>
  batch(
    rows.map(({ userId, commentId }) => ({ userId, commentId })),
    (left) => table().guestComment.delete(left).go(),
  )
