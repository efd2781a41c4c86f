import { isDeepStrictEqual } from "node:util"
import type { z } from "zod"
import { requireUser } from "../actor"
import { AppError } from "../error"
import { operation } from "../operation"
import { Photo } from "../photo"
import { User } from "../user"
import { audienceOf, cardsFor } from "./audience"
import { choiceOf, disclosed } from "./disclosure"
import type { PostRow } from "./post"
import { isWithheld, ownsPost } from "./post.access"
import { EditPost, type PostView } from "./post.schema"
import { postRow } from "./publish"
import { views } from "./view"
import { type Content, given, marks, writeEdit } from "./write-edit"

type Change = Omit<z.output<typeof EditPost>, "postId">

/** How often to try again when the post changes in the same moment: each time the change is made to what is there. */
const attempts = 5

/**
 * Changes what is given of one's own post, and nothing else, in one transaction. An earlier caption is kept; a photo
 * left out of `photos` is removed with its files. Narrowing the audience withdraws what the CDN has, from the stream.
 * @throws AppError `not_found`, also for a photo that is not in the post; `conflict` when the post keeps changing
 */
export const edit = operation(EditPost, async (actor, { postId, ...change }): Promise<PostView> => {
  const { userId } = requireUser(actor)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [row, author] = await Promise.all([postRow(postId), User.byId(userId)])
    if (!row || !author || !ownsPost(actor, row)) throw new AppError("not_found")
    const content = await changed(row, change, author)
    const next = { ...row, ...content, ...marks(row, content) }
    const isSame = isDeepStrictEqual(content, contentOf(row))
    const [view] = isSame || (await writeEdit(row, next)) ? await views(actor, [isSame ? row : next]) : []
    if (view) return view
  }
  throw new AppError("conflict")
})

const contentOf = (row: PostRow): Content => {
  const { caption, photos, visibility, audience, license, contentWarning, commentsAllowed } = row
  return { caption, photos, visibility, audience, license, contentWarning, commentsAllowed }
}

async function changed(row: PostRow, change: Change, author: User.UserRow): Promise<Content> {
  const { photos, showCamera, location, contentWarning, ...plain } = change
  const next: Content = { ...contentOf(row), ...given(plain) }
  if (contentWarning !== undefined) next.contentWarning = contentWarning || undefined
  next.audience = audienceOf(next.visibility, author, isWithheld(row))
  // What a moderator covered or closed stays so until that is undone.
  if (row.moderation?.covered) next.contentWarning = row.contentWarning
  if (row.moderation?.closed) next.commentsAllowed = false
  const cards = cardsFor(photos ? chosen(row, photos) : row.photos, row.audience, next.audience)
  const tells = showCamera !== undefined || location !== undefined
  next.photos = tells
    ? await told(cards, { ...choiceOf(row.photos), ...given({ showCamera, location }) })
    : cards
  return next
}

function chosen({ photos: cards }: PostRow, photos: NonNullable<Change["photos"]>) {
  return photos.map(({ photoId, altText }) => {
    const card = cards.find((candidate) => candidate.photoId === photoId)
    if (!card) throw new AppError("not_found", { reason: "photo_not_in_post" })
    return { ...card, altText: altText ?? card.altText }
  })
}

/** The cards with what their photos' rows hold, as far as the author shows it. */
async function told(cards: PostRow["photos"], choice: ReturnType<typeof choiceOf>) {
  const rows = await Photo.rows(cards.map(({ photoId }) => photoId))
  return cards.map(({ camera, place, ...card }) => {
    const row = rows.find(({ photoId }) => photoId === card.photoId)
    return { ...card, ...(row ? disclosed(row, choice) : {}) }
  })
}
