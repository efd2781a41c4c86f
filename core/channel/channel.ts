import { asVisitor } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Post } from "../post"
import { Profile } from "../profile"
import { Tag } from "../tag"
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
  const { items } = await Tag.posts(asVisitor(actor), { tag, limit: length })
  return { lang, tag, posts: items }
})
