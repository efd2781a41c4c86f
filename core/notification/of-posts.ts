import { readerOf } from "../actor"
import { Mention } from "../mention"
import { Post } from "../post"
import { isWithheld } from "../post/post.access"
import { mentionsIn } from "../text-parts.schema"
import { User } from "../user"
import { mentioned, mostTold } from "./mentioned"
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
  // Whose author went away for a while, or is suspended: what was told of it is hidden, and there again with them.
  if (before && after?.caption === before.caption && (await isAway(after.userId))) return
  const [had, has] = await Promise.all([named(before), named(after)])
  if (after) await Mention.keep(subject(after), await linked(after, has))
  else if (before) await Mention.forgetText(before.postId, await linked(before, had))
  // What is withheld is shown to nobody, and told again to nobody when it comes back.
  if (after && isWithheld(after)) {
    if (before?.caption !== after.caption) await untellAll(before, had, has)
    return
  }
  for (const userId of has) if (after) await say(after, userId)
  await untellAll(before, had, has)
  if (before && !after) await untellTopic(before.userId, likesOf(before.postId))
}

async function isAway(userId: string): Promise<boolean> {
  const person = await User.byId(userId)
  return person !== undefined && User.awaySince(person) !== undefined
}

async function untellAll(before: Row | undefined, had: readonly string[], has: readonly string[]) {
  const gone = had.filter((userId) => !has.includes(userId))
  for (const userId of gone) if (before) await untell(told(before, userId))
}

const subject = ({ postId, userId }: Row): Mention.Subject => ({ subjectId: postId, postId, actorId: userId })

/** All whom a caption links to; of many, or of what is past, only some are told. */
const linked = async ({ caption, past }: Row, told: readonly string[]) => {
  const handles = mentionsIn(caption)
  return past || handles.length > mostTold ? mentioned(handles) : told
}

/** Whom a post of the past names was told when it was new, or belongs to another site. */
const named = (row: Row | undefined) =>
  mentioned(row && !row.past ? mentionsIn(row.caption).slice(0, mostTold) : [])

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
