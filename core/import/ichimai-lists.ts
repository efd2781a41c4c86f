import { Block } from "../block"
import { Bookmark } from "../bookmark"
import { AppError } from "../error"
import { Export } from "../export"
import { OnPost } from "../export/manifest.schema"
import { Post } from "../post"
import { Tag } from "../tag"
import type { Importing } from "./adapter"
import { actorOf, type Done, imported, type OwnFact, ownPosts } from "./ichimai-own"

type Entry = Record<string, unknown>
type Restore = (entry: Entry, importing: Importing, own: ReadonlyMap<string, string>) => Promise<boolean>

/** What is a person's own affair is done again; what speaks to others (likes, comments, follows) is carried along. */
const restores: Partial<Record<string, Restore>> = {
  tags: async ({ tag }, importing) => {
    await Tag.follow(actorOf(importing), { tag: String(tag) })
    return true
  },
  filters: async ({ word }, importing) => {
    const actor = actorOf(importing)
    const { words } = await Block.filters(actor, {})
    if (!words.includes(String(word))) await Block.setFilters(actor, { words: [...words, String(word)] })
    return true
  },
  mutes: async ({ handle }, importing) => {
    await Block.mute(actorOf(importing), { handle: String(handle) })
    return true
  },
  blocks: async ({ handle }, importing) => {
    await Block.block(actorOf(importing), { handle: String(handle) })
    return true
  },
  bookmarks: async ({ on, createdAt }, importing, own) => {
    const post = OnPost.parse(on)
    const postId = typeof post === "string" ? own.get(post) : post.post
    if (!postId || !(await Post.isVisible(actorOf(importing), postId))) return false
    await Bookmark.restore(importing.userId, postId, String(createdAt))
    return true
  },
}

/** Does a list again as far as it goes, and carries along what is left. */
export async function restoreList(
  { list, entries, own }: OwnFact & { do: "list" },
  importing: Importing,
): Promise<Done> {
  const posts = await ownPosts(own, importing)
  const restore = restores[list]
  const left: Entry[] = []
  for (const entry of entries)
    if (!(restore && (await done(restore, entry, importing, posts)))) left.push(entry)
  if (left.length === 0) return imported
  await Export.carry(importing.userId, list, left, posts)
  return { outcome: "skipped", reason: "carried" }
}

/** Whoever or whatever it is about is not here, or no more of it is allowed today: then it was not done. */
async function done(restore: Restore, entry: Entry, importing: Importing, own: ReadonlyMap<string, string>) {
  try {
    return await restore(entry, importing, own)
  } catch (error) {
    if (error instanceof AppError && error.code !== "unavailable") return false
    if (error instanceof Error && error.name === "ZodError") return false
    throw error
  }
}
