import { Photo } from "../photo"
import type { Entities } from "../table"
import type { PostRow } from "./post"
import type { Visibility } from "./post.schema"

/** Who sees a post in effect: of a private account, followers at most. */
export const audienceOf = (visibility: Visibility, author: { private: boolean }): Visibility =>
  author.private && visibility === "public" ? "followers" : visibility

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
