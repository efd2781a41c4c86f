import type { Actor } from "../actor"
import { Photo } from "../photo"
import { Post } from "../post"
import { User } from "../user"
import type { CaseView } from "./moderation.schema"
import { photosOf } from "./quarantine"
import { postIdOf, type Subject } from "./subject"

type Shown = Pick<CaseView, "pictures" | "caption" | "comment" | "picture" | "altText">

/** The thing itself, through the checked addresses: of what is not for everybody the CDN has nothing. */
export async function shownOf(subject: Subject): Promise<Shown> {
  if (subject.kind === "post") {
    const { caption, photos } = subject.post
    const shut = await shutAwayOf(subject)
    return {
      caption,
      pictures: photos.map(({ altText, ...card }) => ({
        picture: Photo.pictureView(card),
        altText,
        ...(shut.has(card.photoId) ? { quarantined: true } : {}),
      })),
    }
  }
  if (subject.kind === "comment") {
    const { commentId, postId, text, createdAt } = subject.comment.row
    return { pictures: [], comment: { id: commentId, postId, text, createdAt } }
  }
  if (subject.kind !== "photo") return { pictures: [] }
  const { state, postId } = subject.photo
  const picture = Photo.pictureOf({ ...subject.photo, state: "ready" })
  if (!picture) return { pictures: [] }
  // What only looks like something blocked is looked at before it is in a post.
  const isShut = state === "quarantined" && postId !== undefined
  const quarantined = isShut ? { quarantined: true } : {}
  return { pictures: [{ picture: Photo.pictureView(picture), altText: "", ...quarantined }] }
}

/** The photos of a post that were taken out of reach: with that it is hidden. */
async function shutAwayOf(subject: Subject & { kind: "post" }): Promise<ReadonlySet<string>> {
  if (!subject.post.moderation?.hidden) return new Set()
  const shut = (await photosOf(subject)).filter(({ state }) => state === "quarantined")
  return new Set(shut.map(({ photoId }) => photoId))
}

/** Whether there is a page of it for somebody: that of its post, or of whose it is. */
export async function opensFor(actor: Actor, subject: Subject): Promise<boolean> {
  const postId = postIdOf(subject)
  if (postId) return Post.isVisible(actor, postId)
  return (await User.known(actor, subject.owner.userId)) !== undefined
}
