import { asVisitor } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Post } from "../post"
import type { PostView } from "../post/post.schema"
import { Profile } from "../profile"
import { table } from "../table"
import { listOf } from "../table/list"
import { type Channel, PersonChannel, TagChannel } from "./channel.schema"

/** How many posts a channel carries. */
const length = 30

/**
 * What a person posts for everybody. It is a visitor's view, whoever asks: a feed reader keeps it for others.
 * @throws AppError `not_found` for nobody, and for a private account
 */
export const ofPerson = operation(PersonChannel, async (actor, { handle, lang }): Promise<Channel> => {
  const visitor = asVisitor(actor)
  const [person, { items }] = await Promise.all([
    Profile.get(visitor, { handle }),
    Post.byUser(visitor, { handle, limit: length }),
  ])
  if (person.private) throw new AppError("not_found")
  return { lang, person, posts: items }
})

/** What is posted for everybody with a tag; nothing where nobody has used it. */
export const ofTag = operation(TagChannel, async (actor, { tag, lang }): Promise<Channel> => {
  const visitor = asVisitor(actor)
  const { items } = await listOf<{ postId: string }, PostView>({
    list: `channel-${tag}`,
    page: { limit: length },
    read: async (before, count) => {
      const all = table().tagRow.query.byTag({ tag })
      const below = before ? all.lt({ postId: before }) : all
      return (await below.go({ order: "desc", limit: count, count })).data
    },
    idOf: ({ postId }) => postId,
    show: async (rows) => Post.views(visitor, await Post.byIds(rows.map(({ postId }) => postId))),
  })
  return { lang, tag, posts: items }
})
