import { Case } from "../case"
import { AppError } from "../error"
import { newId } from "../id"
import { measure } from "../metrics"
import { Photo } from "../photo"
import { type Entities, refused, table, transact } from "../table"
import { tagsIn } from "../text-parts.schema"
import { days, epoch, now } from "../time"
import { User } from "../user"
import { audienceOf } from "./audience"
import { refuseBlocked } from "./blocked"
import { type Choice, disclosed } from "./disclosure"
import { reasonToHold } from "./hold"
import { latestShards } from "./post.entity"
import type { License, Visibility } from "./post.schema"

export type Content = Choice & {
  caption: string
  visibility: Visibility
  license: License
  contentWarning?: string
  commentsAllowed: boolean
  photos: readonly { photoId: string; altText: string }[]
  /** The guest who sent them. */
  guest?: string
}

/** A post that was made elsewhere, or here before: when (ISO-8601), and the id that stands at that time, see `idAt`. */
export type Past = { postId: string; at: string }

/**
 * Publishes ready photos as a post, in one transaction with the author's counter and the draft it came from.
 * The id is minted now, so that every list has one order; a post of the past stands at its own time, and nobody is told.
 * @param photoRows the rows of the content's photos, all ready
 * @param draft the draft that becomes this post, as it was read; published twice, the second finds it done
 * @param past when it is brought in from an archive; its id then may be there already, which is a conflict
 * @param also what is written with it
 * @returns the post's id
 * @throws AppError `unprocessable` for a photo that was blocked since it came; `conflict` when a photo is in another post or draft, was deleted, or the draft was changed or published meanwhile
 */
export async function publish(
  userId: string,
  content: Content,
  photoRows: readonly Photo.PhotoRow[],
  draft?: { draftId: string; updatedAt?: string | undefined },
  past?: Past,
  also: (t: Entities, postId: string) => ReturnType<Parameters<typeof transact>[0]> = () => [],
): Promise<string> {
  const postId = past?.postId ?? newId("post")
  const at = now()
  const cards = content.photos.map(({ photoId, altText }) => card(photoRows, photoId, altText, content))
  const { caption, visibility, license, contentWarning, commentsAllowed } = content
  const [author] = await Promise.all([User.byId(userId), refuseBlocked(photoRows, draft !== undefined)])
  const held = author && (await reasonToHold(author))
  const tags = tagsIn(caption)
  const codes = await transact((t) => [
    t.post
      .create({
        postId,
        userId,
        caption,
        visibility,
        audience: audienceOf(visibility, author ?? { private: false }, held !== undefined),
        license,
        ...(contentWarning ? { contentWarning } : {}),
        ...(tags.length > 0 ? { tags } : {}),
        commentsAllowed,
        ...(held ? { moderation: { held } } : {}),
        ...(content.guest ? { guest: content.guest } : {}),
        photos: cards,
        latest: shardOf(postId),
        ...(past ? { past: true } : {}),
        createdAt: past?.at ?? at,
        updatedAt: at,
      })
      .commit(),
    t.postCount.create({ postId, shard: 0 }).commit(),
    counted(t, userId, past ? undefined : postId),
    ...cards.map(({ photoId }) =>
      t.photo
        .patch({ photoId })
        // With state and time, so that it leaves the index of what is left to do.
        .set({ postId, state: "ready", updatedAt: at })
        .where((photo, { eq, notExists }) => {
          const free = draft ? eq(photo.draftId, draft.draftId) : notExists(photo.draftId)
          const unused = `${notExists(photo.postId)} AND ${notExists(photo.avatar)}`
          return `${eq(photo.state, "ready")} AND ${unused} AND ${free}`
        })
        .commit(),
    ),
    ...(draft ? [fulfilled(t, draft, postId)] : []),
    ...(held ? [Case.opened(t, { targetId: postId, ownerId: userId, kind: "held", postId })] : []),
    ...also(t, postId),
  ])
  if (codes?.includes(refused)) throw new AppError("conflict", { reason: "photo_used" })
  measure("Posts")
  return postId
}

/** What is newest, readers of large accounts look for: a post of the past is not. */
function counted(t: Entities, userId: string, newestPostId: string | undefined) {
  const more = t.userCount.patch({ userId }).add({ posts: 1 })
  return newestPostId ? more.set({ newestPostId }).commit() : more.commit()
}

/** A draft as it was read becomes a tombstone that names its post, and no longer waits for its time. */
const fulfilled = (
  t: Entities,
  { draftId, updatedAt }: { draftId: string; updatedAt?: string | undefined },
  postId: string,
) =>
  t.draft
    .patch({ draftId })
    .set({ postId, publishAt: "", queue: "SCHEDULED", expires: epoch(days(30)) })
    .where((row, { eq, notExists }) => {
      const same = updatedAt ? eq(row.updatedAt, updatedAt) : notExists(row.updatedAt)
      return `${notExists(row.postId)} AND ${same}`
    })
    .commit()

function card(photoRows: readonly Photo.PhotoRow[], photoId: string, altText: string, choice: Choice) {
  const row = photoRows.find((photo) => photo.photoId === photoId)
  const picture = row && Photo.pictureOf(row)
  if (!picture) throw new Error(`Photo ${photoId} is not ready.`)
  // Copied to the CDN from the stream; until then the post shows the checked address.
  return { ...picture, altText, public: false, ...disclosed(row, choice) }
}

/** Spreads the latest posts evenly: the last character of a ULID is random. */
const shardOf = (postId: string) => postId.charCodeAt(postId.length - 1) % latestShards

/** @returns the row of a post, strongly consistent */
export async function postRow(postId: string) {
  const { data } = await table().post.get({ postId }).go({ consistent: true })
  return data ?? undefined
}
