import { newId } from "../../core/id"
import type { Visibility } from "../../core/post/post.schema"
import { User } from "../../core/user"
import { given } from "../given"
import { type Cast, newCast } from "./cast"
import { followers, type Row, type Statuses, shownToOwner, unblocked } from "./row"

const variants = ["320.avif", "640.avif", "1280.avif", "2048.avif", "640.jpg", "1280.jpg"]

/** Who sees the variants of a post, by whom it is for; on a private account, and on one that is open to all. */
const seen: [isPrivate: boolean, visibility: Visibility, status: Statuses][] = [
  [false, "public", unblocked(302)],
  [false, "followers", followers(302)],
  [false, "private", shownToOwner(302)],
  [true, "public", followers(302)],
  [true, "followers", followers(302)],
  [true, "private", shownToOwner(302)],
]

/** Every variant of posts of every audience, and the originals. */
export async function media(): Promise<Row[]> {
  const [open, closed] = [await large(await newCast()), await large(await newCast({ private: true }))]
  const rows = seen.map(async ([isPrivate, visibility, status]): Promise<Row[]> => {
    const { cast, photo } = isPrivate ? closed : open
    const photoId = await photo()
    await given.post(cast.owner, { visibility, photos: [photoId] })
    const row = (variant: string, of: Statuses): Row => ({
      cast,
      where: `GET /api/media/${photoId}/${variant}`,
      status: of,
      absent: { where: `GET /api/media/${newId("photo")}/${variant}` },
    })
    return [...variants.map((variant) => row(variant, status)), row("original", shownToOwner(302))]
  })
  return (await Promise.all([...rows, avatars(open), avatars(closed)])).flat()
}

type Large = { cast: Cast; photo: () => Promise<string> }

/** A cast with a source of photos that have every size. */
const large = async (cast: Cast): Promise<Large> => ({
  cast,
  photo: await given.copies(cast.owner, await given.jpeg(2100, 1400)),
})

/** The photo beside a name: everybody sees it as large as it is shown there, whoever sees the posts. */
async function avatars({ cast, photo }: Large): Promise<Row[]> {
  const photoId = await photo()
  await User.setAvatar(cast.owner, { photoId })
  const isSmall = (variant: string) => variant.startsWith("320") || variant.startsWith("640")
  return [...variants, "original"].map((variant) => ({
    cast,
    where: `GET /api/media/${photoId}/${variant}`,
    status: isSmall(variant) ? unblocked(302) : shownToOwner(302),
    absent: { where: `GET /api/media/${newId("photo")}/${variant}` },
  }))
}
