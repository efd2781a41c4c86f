import { readerOf } from "../actor"
import { Album } from "../album"
import { CreateAlbum } from "../album/album.schema"
import { AppError } from "../error"
import { timeOf } from "../id"
import { idAt } from "../id-at"
import { Post } from "../post"
import type { Importing, PlannedFact } from "./adapter"
import type { EntryReason, Outcome } from "./import.schema"

/** What is planned of an album: its name, and the items of the plan that are in it. */
export type AlbumData = { title: string; items: number[] }

/** So many posts are looked up, and added, at a time. */
const inStep = 50

/**
 * Makes an album of posts that were brought in, for its owner alone. Made again after a crash, it is the same album: its
 * id derives from the import and the place in the plan.
 */
export async function makeAlbum(
  { data }: PlannedFact,
  importing: Importing,
): Promise<{ outcome: Outcome; reason?: EntryReason }> {
  const { title, items } = data as AlbumData
  const owner = readerOf(importing.userId)
  try {
    const albumId = albumIdOf(importing)
    const createdAt = new Date(timeOf(albumId)).toISOString()
    await Album.restore(importing.userId, { albumId, createdAt, ...CreateAlbum.parse({ title }) })
    for (let from = 0; from < items.length; from += inStep) {
      const found = await Promise.all(items.slice(from, from + inStep).map(importing.postIdOf))
      // Deleted meanwhile, a post is in no album.
      const posts = await Post.byIds([...new Set(found.flatMap((postId) => postId ?? []))])
      const postIds = posts.map(({ postId }) => postId)
      if (postIds.length > 0) await Album.addItems(owner, { albumId, postIds })
    }
    return { outcome: "imported" }
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict")
      return { outcome: "skipped", reason: "too_many" }
    throw error
  }
}

/** The later in the plan the older, as lists begin with the newest. */
const albumIdOf = ({ importId, item }: Importing) =>
  idAt("album", timeOf(importId) - item, importId, "album", String(item))
