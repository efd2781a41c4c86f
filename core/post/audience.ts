import { Photo } from "../photo"
import type { Entities } from "../table"
import { User } from "../user"
import type { PostRow } from "./post"
import type { Visibility } from "./post.schema"

type Author = Pick<User.UserRow, "private" | "deactivatedAt" | "suspendedAt">

/**
 * Who sees a post in effect: of a private account, or of who is away or suspended, followers at most, and of the latter
 * nobody does; while it is withheld, its author alone.
 */
export const audienceOf = (visibility: Visibility, author: Author, withheld = false): Visibility => {
  if (withheld) return "private"
  const closed = author.private || User.awaySince(author) !== undefined
  return closed && visibility === "public" ? "followers" : visibility
}

type Cards = PostRow["photos"]

/**
 * The cards of a post whose audience changes. What leaves the public gets addresses that nobody has ever had, for when
 * it comes back: the old ones are in caches.
 */
export function cardsFor(cards: Cards, before: Visibility, after: Visibility): Cards {
  if (before !== "public" || after === "public") return cards
  return cards.map((card) => ({ ...card, public: false, edition: Photo.editionOf(card) + 1 }))
}

/** The writes that say in the photos' rows what changed in their cards. */
export const photosToldOf = (t: Entities, before: Cards, after: Cards) =>
  after
    .filter((card) => {
      const old = before.find(({ photoId }) => photoId === card.photoId)
      return old && (old.public !== card.public || old.edition !== card.edition)
    })
    .map(({ photoId, public: open, edition }) =>
      t.photo
        .patch({ photoId })
        .set({ public: open, ...(edition === undefined ? {} : { edition }) })
        .commit(),
    )
