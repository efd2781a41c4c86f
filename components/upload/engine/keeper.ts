import type { Desk } from "./desk-state"
import { type PostRecord, recordOf } from "./records"
import { storage } from "./storage"

/**
 * Keeps the browser's storage as the desk is. Where storage fails, uploads go on; they only do not survive the tab.
 * @param known what storage has: the keys of files, and the records of posts
 * @param onKept told when a file is kept
 */
export function keeper(
  userId: string,
  known: { files: Iterable<string>; posts: Iterable<PostRecord> },
  onKept: (key: string) => void,
) {
  const files = new Set(known.files)
  const posts = new Map<string, string>(Array.from(known.posts, (record) => [record.id, textOf(record)]))

  return (desk: Desk) => {
    const present = new Set<string>()
    for (const post of desk.posts) {
      for (const { key, file } of post.items) {
        present.add(key)
        if (files.has(key)) continue
        files.add(key)
        storage.keepFile({ key, postId: post.id, file }).then(() => onKept(key), nothing)
      }
      const record = recordOf(post, userId, Date.now())
      if (!record) continue
      present.add(post.id)
      if (posts.get(post.id) === textOf(record)) continue
      posts.set(post.id, textOf(record))
      storage.keepPost(record).catch(nothing)
    }
    for (const id of posts.keys())
      if (!present.has(id) && posts.delete(id)) storage.dropPost(id).catch(nothing)
    for (const key of files) if (!present.has(key) && files.delete(key)) storage.dropFile(key).catch(nothing)
  }
}

/** What tells whether a record has to be written again. */
const textOf = (record: PostRecord) => JSON.stringify({ ...record, touchedAt: 0 })

const nothing = () => undefined
