import { Follow } from "../follow"
import { firstIdAt, timeOf } from "../id"
import { Post } from "../post"
import { table, unlessRefused } from "../table"
import { now } from "../time"
import { isNearlyLarge, pullFrom, pullNoMore } from "./large"
import { expiryOf, feedRow, putRows, removeRows, slack } from "./rows"
import { withoutFollowed } from "./without-followed"

/** So many of the newest posts of an account, or a tag, hang in the feed of who begins to follow it. */
const backfilled = 20

type Pair = { followerId: string; followeeId: string }

/**
 * Hangs the newest posts of an account into the feed of who has begun to follow it. They stay for as long as if they
 * were posted with the follow.
 * @param followId of the follow that began; nothing happens when it is over
 */
export async function began({ followerId, followeeId }: Pair, followId: string): Promise<void> {
  if (!(await follows({ followerId, followeeId }))) return
  const [posts, large] = await Promise.all([
    Post.newestOf(followeeId, backfilled, { below: afterId(followId) }),
    isNearlyLarge("USER", followeeId),
  ])
  const shared = posts.filter(({ audience }) => audience !== "private")
  await Promise.all([
    putRows(shared.map((post) => feedRow(followerId, post, expiryOf(timeOf(followId))))),
    ...(large ? [pullFrom(followerId, { kind: "USER", source: followeeId }, posts[0]?.postId)] : []),
  ])
}

/**
 * Takes an account's posts out of the feed of who no longer follows it, then the note that they are to be left out.
 * Nothing happens when it is followed again.
 */
export async function ended(pair: Pair): Promise<void> {
  const at = now()
  if (await follows(pair)) return
  const { followerId: userId, followeeId } = pair
  await Promise.all([
    removeRows(userId, { authorId: followeeId }),
    pullNoMore(userId, { kind: "USER", source: followeeId }),
  ])
  // A note that is younger is of a follow that ended once more meanwhile, with a change of its own.
  await unlessRefused(
    table()
      .relation.delete({ userId, kind: "LEFT", target: followeeId })
      .where(({ createdAt }, { lte }) => lte(createdAt, at))
      .go(),
  )
}

/** Hangs the newest posts with a tag into the feed of who has begun to follow it. */
export async function tagBegan(userId: string, tag: string, followId: string): Promise<void> {
  if (!(await followsTag(userId, tag))) return
  const list = table()
    .tagRow.query.byTag({ tag })
    .lt({ postId: afterId(followId) })
  const [{ data: rows }, large] = await Promise.all([
    list.go({ order: "desc", limit: backfilled, count: backfilled }),
    isNearlyLarge("TAG", tag),
  ])
  const mine = await withoutFollowed(userId, rows)
  await Promise.all([
    putRows(mine.map((post) => feedRow(userId, post, expiryOf(timeOf(followId)), tag))),
    ...(large ? [pullFrom(userId, { kind: "TAG", source: tag })] : []),
  ])
}

/** Takes the posts that a tag brought out of the feed of who no longer follows it. */
export async function tagEnded(userId: string, tag: string): Promise<void> {
  if (await followsTag(userId, tag)) return
  await Promise.all([removeRows(userId, { tag }), pullNoMore(userId, { kind: "TAG", source: tag })])
}

/** Where posts end that were there when a follow began; younger ones come by themselves. */
const afterId = (followId: string) => firstIdAt("post", timeOf(followId) + slack)

const follows = async (pair: Pair) => (await Follow.rowsOf([pair])).some(({ state }) => state === "active")

async function followsTag(userId: string, tag: string) {
  const { data } = await table().tagFollow.get({ userId, tag }).go({ consistent: true })
  return data !== null
}
