import { AccessToken } from "../access-token"
import { Album } from "../album"
import { Bookmark } from "../bookmark"
import { Comment } from "../comment"
import { Draft } from "../draft"
import { Export } from "../export"
import { Feed } from "../feed"
import { Follow } from "../follow"
import { Guest } from "../guest"
import { Identity } from "../identity"
import { Import } from "../import"
import { Like } from "../like"
import { Mail } from "../mail"
import { Notification } from "../notification"
import { Passkey } from "../passkey"
import { Photo } from "../photo"
import { Post } from "../post"
import { Relation } from "../relation"
import { Report } from "../report"
import { SecondFactor } from "../second-factor"
import { Session } from "../session"
import { Share } from "../share"
import { Tag } from "../tag"
import { Token } from "../token"
import { User } from "../user"
import { forgetCases, forgetDecided } from "./cases"
import { quietMentions } from "./mentions"

/** For what is so little that it goes at once. */
const whole = (erase: (userId: string) => Promise<void>) => async (userId: string) => {
  await erase(userId)
  return false
}

/**
 * What is erased of a person, in this order. Each step does a bounded piece, and says whether some is left; to do it
 * again, or to be cut off in it, changes nothing of where it ends.
 */
export const steps = {
  // Nobody comes in any more, and nothing new is begun.
  sessions: Session.eraseOf,
  accessTokens: AccessToken.eraseOf,
  passkeys: whole(Passkey.eraseOf),
  secondFactor: whole(SecondFactor.eraseOf),
  devices: (userId: string) => Session.eraseDevices(userId),
  oneTimeTokens: Token.eraseOf,
  identities: Identity.eraseOf,
  exports: async (userId: string) => (await Export.eraseOf(userId)).more,
  imports: async (userId: string) => (await Import.eraseOf(userId)).more,
  reports: (userId: string) => Report.eraseOf(userId),
  decisions: forgetDecided,
  drafts: Draft.eraseBy,
  shares: Share.eraseOfUser,
  albums: async (userId: string) => !(await Album.eraseOf(userId)),
  posts: (userId: string) =>
    Post.eraseBy(userId, async ({ postId, photos, tags = [] }) => {
      await forgetCases([postId, ...photos.map(({ photoId }) => photoId)])
      await Feed.takeFromTags(postId, tags)
    }),
  photos: Photo.eraseBy,
  guestComments: Guest.eraseBy,
  comments: (userId: string) => Comment.eraseBy(userId, (commentId) => forgetCases([commentId])),
  likes: Like.eraseBy,
  commentLikes: Comment.eraseLikesBy,
  bookmarks: Bookmark.eraseBy,
  follows: Follow.eraseBy,
  tags: Tag.eraseBy,
  mentions: quietMentions,
  relations: Relation.eraseBy,
  feed: Feed.eraseBy,
  notifications: Notification.eraseOf,
  storage: Photo.eraseKeptOf,
  farewell: sayErased,
  handles: User.eraseHandles,
  email: User.eraseEmail,
  self: User.eraseSelf,
} satisfies Record<string, (userId: string) => Promise<boolean>>

export type StepName = keyof typeof steps
export const order = Object.keys(steps) as StepName[]

/** The last mail: it may come twice, when somebody was cut off just after it. */
async function sayErased(userId: string): Promise<boolean> {
  const user = await User.byId(userId)
  if (user)
    await Mail.send(user.email, Mail.farewell("erased", user.locale, user.leavingAt ?? user.createdAt))
  return false
}
