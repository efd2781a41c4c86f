import { tell } from "./tell"
import { untell } from "./untell"

type Row = {
  photoId: string
  userId: string
  state: string
  postId?: string
  guest?: { albumId: string }
  updatedAt: string
}

/** Whether a photo of a guest waits for somebody to decide about it. */
const waits = (row: Row | undefined): row is Row & { guest: { albumId: string } } =>
  row?.guest !== undefined && row.state === "ready" && row.postId === undefined

/**
 * A guest's photo arrives, or is decided about: whose album it is is told, once for all that wait. A guest is nobody;
 * each photo stands for who did it.
 */
export async function guestPhoto(before: Row | undefined, after: Row | undefined): Promise<void> {
  if (waits(before) === waits(after)) return
  if (waits(before)) return untell(told(before))
  if (!waits(after)) return
  const { photoId, guest, updatedAt: at } = after
  const { albumId } = guest
  await tell({ ...told(after), kinds: ["guest_photos"], at, about: { albumId } }, (t) =>
    t.guestPhoto
      .check({ albumId, photoId })
      .where((row, { eq }) => eq(row.photoId, photoId))
      .commit(),
  )
}

const told = ({ userId, photoId, guest }: Row & { guest: { albumId: string } }) => ({
  userId,
  actorId: photoId,
  topic: `guests:${guest.albumId}`,
  factId: photoId,
})

type WordsRow = {
  userId: string
  commentId: string
  postId: string
  name: string
  text: string
  createdAt: string
}

/** A guest's comment waits, or is decided about: whose post it is is told, once for all that wait under it. */
export async function guestComment(before: WordsRow | undefined, after: WordsRow | undefined): Promise<void> {
  if (before && !after) return untell(toldOfWords(before))
  if (before || !after) return
  const { userId, commentId, postId, name, text, createdAt: at } = after
  const news = { kinds: ["guest_comments" as const], at, text: `${name}\n${text}`, about: { postId } }
  await tell({ ...toldOfWords(after), ...news }, (t) =>
    t.guestComment
      .check({ userId, commentId })
      .where((row, { exists }) => exists(row.text))
      .commit(),
  )
}

const toldOfWords = ({ userId, commentId, postId }: WordsRow) => ({
  userId,
  actorId: commentId,
  topic: `guest-comments:${postId}`,
  factId: commentId,
})
