import { Session } from "../session"
import { acceptRequests } from "./accept-requests"
import { eraseDeleted } from "./erase-deleted"
import { eraseTalk } from "./erase-talk"
import { findPosts } from "./find-posts"
import { followAccount } from "./follow-account"
import { followDecisions } from "./follow-decisions"
import { followExport } from "./follow-export"
import { hangPosts } from "./hang-posts"
import { leaveCdn } from "./leave-cdn"
import { publishAvatar } from "./publish-avatar"
import { publishMedia } from "./publish-media"
import { sayFarewell } from "./say-farewell"
import { sealAudit } from "./seal-audit"
import { sendMail } from "./send-mail"
import { tellOfSignIn } from "./tell-of-sign-in"
import { tellPeople } from "./tell-people"
import { forgetPaths, withdrawMedia } from "./withdraw-media"

type Row = Record<string, unknown>

/** One item before and after; one of the two is missing when it was made or removed. */
export type Change = { before: Row | undefined; after: Row | undefined }

/** Does one thing that follows from a change. Safe to repeat, late and out of batch order; throws to be tried again. */
type Projection = (change: Change) => Promise<void>

const made =
  (follow: (row: Row) => Promise<void>): Projection =>
  async ({ before, after }) => {
    if (!before && after) await follow(after)
  }
const written =
  (follow: (row: Row) => Promise<void>): Projection =>
  async ({ after }) => {
    if (after) await follow(after)
  }
const removed =
  (follow: (row: Row) => Promise<void>): Projection =>
  async ({ before, after }) => {
    if (before && !after) await follow(before)
  }

/** What follows from a change of a row, by the entity that it is of. */
const projections: Readonly<Record<string, readonly Projection[]>> = {
  oneTimeToken: [made(sendMail)],
  session: [made(Session.endOutdated), made(tellOfSignIn)],
  // What is withdrawn comes first, so that nothing of it is left when somebody reads what follows.
  post: [
    withdrawMedia,
    followAccount.post,
    written(publishMedia),
    removed(eraseDeleted.post),
    removed(eraseTalk.post),
    findPosts.post,
    hangPosts.post,
    tellPeople.post,
  ],
  postCount: [hangPosts.counts],
  follow: [hangPosts.follow, tellPeople.follow],
  like: [tellPeople.like],
  commentLike: [tellPeople.commentLike],
  relation: [tellPeople.relation],
  tagFollow: [hangPosts.tagFollow],
  userCount: [hangPosts.userCount],
  comment: [removed(eraseTalk.comment), tellPeople.comment],
  reply: [removed(eraseTalk.comment), tellPeople.comment],
  tag: [findPosts.tag, hangPosts.tag],
  albumMember: [tellPeople.albumMember],
  albumPlace: [tellPeople.albumPlace],
  albumGone: [written(eraseTalk.album), made(eraseDeleted.album)],
  share: [removed(eraseDeleted.share)],
  guestComment: [tellPeople.guestComment],
  draft: [removed(eraseDeleted.draft)],
  photo: [removed(eraseDeleted.photo), tellPeople.photo],
  audit: [made(sealAudit)],
  decision: [followDecisions.decision],
  appeal: [followDecisions.appeal],
  invalidation: [made(forgetPaths)],
  export: [followExport.ended, removed(followExport.removed)],
  audienceSweep: [written(followAccount.sweep)],
  deletion: [made(sayFarewell)],
  user: [
    leaveCdn,
    followAccount.user,
    acceptRequests,
    written(publishAvatar),
    hangPosts.user,
    findPosts.user,
  ],
}

/**
 * Does what follows from a change of the table. Safe to repeat, late and out of batch order.
 * @throws Error when it should be tried again
 */
export async function project(change: Change): Promise<void> {
  const entity = String((change.after ?? change.before)?.__edb_e__)
  for (const projection of projections[entity] ?? []) await projection(change)
}
