import { readerOf } from "../actor"
import { Post } from "../post"
import { mentionsIn } from "../text-parts.schema"
import { mentioned } from "./mentioned"
import { likesOf } from "./of-marks"
import { tell } from "./tell"
import { untell, untellTopic } from "./untell"

type Row = Post.PostRow

/**
 * A post is published, changed or removed: whom its caption names is told while they may see it, and not when the
 * caption names them no longer, or the post was hidden from them.
 */
export async function posted(before: Row | undefined, after: Row | undefined): Promise<void> {
  if (before?.caption === after?.caption && before?.audience === after?.audience) return
  const [had, has] = await Promise.all([named(before), named(after)])
  for (const userId of has) if (after) await say(after, userId)
  const gone = had.filter((userId) => !has.includes(userId))
  for (const userId of gone) if (before) await untell(told(before, userId))
  if (before && !after) await untellTopic(before.userId, likesOf(before.postId))
}

const named = (row: Row | undefined) => mentioned(mentionsIn(row?.caption ?? ""))

const told = ({ userId: actorId, postId }: Row, userId: string) => ({
  userId,
  actorId,
  topic: `mention:${postId}`,
  factId: postId,
})

async function say(row: Row, userId: string) {
  const { postId, caption, createdAt: at } = row
  if (!(await Post.isVisible(readerOf(userId), postId))) return untell(told(row, userId))
  const news = { ...told(row, userId), kinds: ["mention" as const], at, text: caption, about: { postId } }
  await tell(news, (t) =>
    t.post
      .check({ postId })
      .where((post, { eq }) => eq(post.caption, caption))
      .commit(),
  )
}
