import { firstIdAt, timeOf } from "../id"
import { Post } from "../post"
import { isWithheld } from "../post/post.access"
import { Session } from "../session"
import { batch, table } from "../table"
import { isLarge } from "./large"
import { expiryOf, feedRow, isPast, putRows, slack } from "./rows"
import { withoutFollowers } from "./without-followed"

/** Followers who are read, and whose feeds are written, at a time: what is cut off in the middle was done so far. */
const inChunk = 100

/** `until`: what its end is counted from, where that is not `at`. */
type Source = { row: Post.PostRow; at: number; until?: number; tag?: string }

/**
 * Gives a post to the feeds of its author and of everybody who followed the author, or a tag of it, when it was
 * opened to them; who follows later is given it with the follow. Keys and expiry derive from the post, so that doing
 * it again changes nothing and goes on where it was cut off. What was brought in from an archive is news to nobody.
 * @param before the post as it was; undefined when it is new
 */
export async function fanOut(before: Post.PostRow | undefined, after: Post.PostRow): Promise<void> {
  if (after.past) return
  const opened = after.audience !== "private" && (before === undefined || before.audience === "private")
  const tags = newTags(before, after)
  if ((before && !opened && tags.length === 0) || isPast(after.postId)) return
  // It may be gone or hidden by now.
  const row = await Post.postRow(after.postId)
  if (!row) return
  const at = before ? since(before, after) : timeOf(after.postId)
  if (row.audience === "public")
    for (const tag of tags)
      await toTag({ row, at, until: before && isWithheld(before) ? timeOf(row.postId) : at, tag })
  // What a moderator hid and gives back hangs as long as it would have.
  const until = before && isWithheld(before) ? timeOf(row.postId) : at
  if (opened && row.audience !== "private") await toFollowers({ row, at, until })
  await putRows([feedRow(row.userId, row, expiryOf(timeOf(row.postId)))])
}

/** When it was opened; what a moderator gave back has the time of its last change again, so it is now. */
const since = (before: Post.PostRow, after: Post.PostRow) =>
  isWithheld(before) ? Date.now() : Date.parse(after.updatedAt)

function newTags(before: Post.PostRow | undefined, after: Post.PostRow): string[] {
  if (after.audience !== "public") return []
  const old = before?.audience === "public" ? (before.tags ?? []) : []
  return (after.tags ?? []).filter((tag) => !old.includes(tag))
}

async function toFollowers(source: Source) {
  const { data: count } = await table().userCount.get({ userId: source.row.userId }).go()
  if (count?.large) return
  const list = table().follow.query.byFollowee({ followeeId: source.row.userId, state: "active" })
  await inChunks(source, async (before, limit) => {
    const { data } = await list.lt({ followId: before }).go({ order: "desc", limit, count: limit })
    return data.map(({ followerId, followId }) => ({ userId: followerId, followId }))
  })
}

async function toTag(source: Source & { tag: string }) {
  if (await isLarge("TAG", source.tag)) return
  const list = table().tagFollow.query.byTag({ tag: source.tag })
  await inChunks(source, async (before, limit) => {
    const { data } = await list.lt({ followId: before }).go({ order: "desc", limit, count: limit })
    return data
  })
}

type Reader = { userId: string; followId: string }

async function inChunks(
  { row, at, until = at, tag }: Source,
  read: (before: string, count: number) => Promise<Reader[]>,
) {
  let before = firstIdAt("follow", at + slack)
  for (;;) {
    const readers = await read(before, inChunk)
    const wanted = tag ? await withoutFollowers(row.userId, readers) : readers
    const people = await batch(
      wanted.map(({ userId }) => ({ userId })),
      (left) => table().user.get(left).go(),
    )
    const here = people.filter(({ seenOn }) => !Session.isAway(seenOn))
    await putRows(here.map(({ userId }) => feedRow(userId, row, expiryOf(until), tag)))
    const last = readers.at(-1)
    if (readers.length < inChunk || !last) return
    before = last.followId
  }
}
