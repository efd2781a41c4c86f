import type { Follow } from "../follow"
import { Notification } from "../notification"
import type { Post } from "../post"
import type { Change } from "./stream"

type Rows<Row> = [Row | undefined, Row | undefined]
const both = <Row>({ before, after }: Change) => [before, after] as unknown as Rows<Row>

type Like = Parameters<typeof Notification.liked>[0]
type CommentLike = Parameters<typeof Notification.commentLiked>[0]
type Place = NonNullable<Parameters<typeof Notification.albumPlace>[0]>
type Member = NonNullable<Parameters<typeof Notification.albumMember>[0]>
type GuestPhoto = NonNullable<Parameters<typeof Notification.guestPhoto>[0]>
type GuestComment = NonNullable<Parameters<typeof Notification.guestComment>[0]>
type Relation = { userId: string; kind: string; target: string }

/** Whom something concerns is told of it, and no longer when it is taken back. */
export const tellPeople = {
  async like(change: Change): Promise<void> {
    const [before, after] = both<Like>(change)
    if (after && after.likeId !== before?.likeId) await Notification.liked(after)
    if (before && after?.likeId !== before.likeId) await Notification.unliked(before)
  },

  async commentLike(change: Change): Promise<void> {
    const [before, after] = both<CommentLike>(change)
    if (after && after.likeId !== before?.likeId) await Notification.commentLiked(after)
    if (before && after?.likeId !== before.likeId) await Notification.commentUnliked(before)
  },

  comment: (change: Change) => Notification.commented(...both<Notification.CommentRow>(change)),

  follow: (change: Change) => Notification.followChanged(...both<Follow.FollowRow>(change)),

  guestComment: (change: Change) => Notification.guestComment(...both<GuestComment>(change)),

  photo: (change: Change) => Notification.guestPhoto(...both<GuestPhoto>(change)),

  post: (change: Change) => Notification.posted(...both<Post.PostRow>(change)),

  albumMember: (change: Change) => Notification.albumMember(...both<Member>(change)),

  albumPlace: (change: Change) => Notification.albumPlace(...both<Place>(change)),

  /** Behind a block neither reads of the other any more. */
  async relation({ before, after }: Change): Promise<void> {
    const [, block] = both<Relation>({ before, after })
    if (before || block?.kind !== "BLOCK") return
    await Notification.untellAllOf(block.userId, block.target)
    await Notification.untellAllOf(block.target, block.userId)
  },
}
