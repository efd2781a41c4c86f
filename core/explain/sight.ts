import { type Actor, asVisitor, readerOf } from "../actor"
import { Media } from "../media"
import { Photo } from "../photo"
import { Post } from "../post"
import { User } from "../user"
import type { SightView } from "./explain.schema"

const visitor = () => asVisitor({ kind: "system" })

/** Who is asked about: a visitor, the owner, and whoever the question names. */
const readers = (owner: string, as: string | undefined): [who: string, actor: Actor][] => [
  ["a visitor", visitor()],
  [`its owner (${owner})`, readerOf(owner)],
  ...(as && as !== owner ? [[as, readerOf(as)] as [string, Actor]] : []),
]

/** The answers of the function that decides for pages and the API, and what they come from. */
export async function sightOfPost(row: Post.PostRow, as?: string): Promise<SightView[]> {
  const author = await User.byId(row.userId)
  const facts = [
    `audience ${row.audience}`,
    ...(author?.private ? ["its author's account is private"] : []),
    ...(author?.hidden ? [author.suspendedAt ? "its author is suspended" : "its author is hidden"] : []),
    ...(author ? [] : ["its author is gone"]),
  ]
  return asked(readers(row.userId, as), (actor) => Post.isVisible(actor, row.postId), facts)
}

/** The answers of the function that gives out addresses of a photo, for its smallest variant. */
export async function sightOfPhoto(photo: Photo.PhotoRow, as?: string): Promise<SightView[]> {
  const { photoId, postId, width = 0, height = 0 } = photo
  const [smallest] = Photo.variantNames(width, height)
  const facts = [
    photo.state === "ready" ? "it is ready" : `it is ${photo.state}`,
    postId ? `of ${postId}` : photo.avatar ? "an avatar" : "in no post",
    ...(postId ? await sightFacts(postId) : []),
  ]
  const sees = async (actor: Actor) => {
    if (!smallest) return false
    const variant = `${smallest.size}.${smallest.format}`
    return Media.address(actor, { photoId, variant }).then(
      () => true,
      () => false,
    )
  }
  return asked(readers(photo.userId, as), sees, facts)
}

async function sightFacts(postId: string): Promise<string[]> {
  const [row] = await Post.byIds([postId])
  return row ? [`audience ${row.audience}`] : ["which is gone"]
}

const standings = {
  erasing: "being erased",
  suspended: "suspended",
  leaving: "to be erased",
  away: "away",
  hidden: "hidden until confirmed",
  active: "active",
}

export async function sightOfPerson(user: User.UserRow, as?: string): Promise<SightView[]> {
  const facts = [standings[User.standing(user)], user.private ? "private" : "open"]
  const sees = async (actor: Actor) => (await User.known(actor, user.userId)) !== undefined
  return asked(readers(user.userId, as), sees, facts)
}

const asked = (
  who: [string, Actor][],
  sees: (actor: Actor) => Promise<boolean>,
  facts: readonly string[],
): Promise<SightView[]> =>
  Promise.all(
    who.map(async ([name, actor]) => ({ who: name, sees: await sees(actor), why: facts.join(", ") })),
  )
