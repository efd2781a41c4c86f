import { Comment } from "../comment"
import { Photo } from "../photo"
import { Post } from "../post"
import { User } from "../user"

/** What a decision is about, as it is now, hidden or not. */
export type Subject = { targetId: string; owner: User.UserRow } & (
  | { kind: "post"; post: Post.PostRow }
  | { kind: "comment"; comment: NonNullable<Awaited<ReturnType<typeof Comment.forModerator>>> }
  | { kind: "user" }
  | { kind: "photo"; photo: Photo.PhotoRow }
)

export const postIdOf = (subject: Subject) =>
  subject.kind === "post"
    ? subject.post.postId
    : subject.kind === "comment"
      ? subject.comment.row.postId
      : undefined

/** @returns undefined when it, or whose it is, is gone */
export async function subjectOf(targetId: string): Promise<Subject | undefined> {
  const found = await rowOf(targetId)
  const owner = found && (await User.byId(found.ownerId))
  return owner && ({ ...found.about, targetId, owner } as Subject)
}

async function rowOf(targetId: string) {
  switch (targetId.slice(0, 3)) {
    case "pst": {
      const post = await Post.postRow(targetId)
      return post && { ownerId: post.userId, about: { kind: "post", post } }
    }
    case "cmt": {
      const comment = await Comment.forModerator(targetId)
      return comment && { ownerId: comment.row.userId, about: { kind: "comment", comment } }
    }
    case "pho": {
      const [photo] = await Photo.rows([targetId])
      return photo && { ownerId: photo.userId, about: { kind: "photo", photo } }
    }
    case "usr":
      return { ownerId: targetId, about: { kind: "user" } }
  }
  return undefined
}
