import type { table } from "../table"
import type { StepName } from "./steps"

/** What becomes of a kind of row that names a person, when they leave. */
type Answer =
  /** A step of the erasing removes it, or what that removes takes it along. */
  | { goes: StepName }
  /** It expires by itself, in so many days at most. */
  | { expires: number }
  /** It says nothing of a person. */
  | { nobodys: true }
  /** It stays, and why. */
  | { stays: string }

const goes = (step: StepName): Answer => ({ goes: step })
const nobodys: Answer = { nobodys: true }

/** Every entity of the table has an answer: one that is added without it does not compile. */
export const answers: Record<keyof ReturnType<typeof table>, Answer> = {
  user: goes("self"),
  userCount: goes("self"),
  handle: goes("handles"),
  email: goes("email"),
  deletion: goes("self"),
  session: goes("sessions"),
  account: goes("identities"),
  passkey: goes("passkeys"),
  totp: goes("secondFactor"),
  knownDevice: goes("devices"),
  signInTicket: { expires: 1 },
  usedChallenge: nobodys,
  guestPhoto: goes("photos"),
  guestComment: goes("guestComments"),
  accessToken: goes("accessTokens"),
  oneTimeToken: goes("oneTimeTokens"),
  photo: goes("photos"),
  photoGone: { expires: 1 },
  photoHash: goes("photos"),
  quota: goes("photos"),
  draft: goes("drafts"),
  post: goes("posts"),
  postCount: goes("posts"),
  postEdit: goes("posts"),
  album: goes("albums"),
  albumChild: goes("albums"),
  albumTree: goes("albums"),
  albumItem: goes("albums"),
  albumPlace: goes("albums"),
  albumMember: goes("albums"),
  albumGone: goes("albums"),
  share: goes("shares"),
  sharePlace: goes("shares"),
  shareEnded: nobodys,
  export: goes("exports"),
  carried: goes("exports"),
  import: goes("imports"),
  importEntry: goes("imports"),
  report: goes("reports"),
  reported: goes("reports"),
  reporter: goes("reports"),
  case: goes("decisions"),
  caseNote: goes("decisions"),
  appeal: goes("decisions"),
  staff: goes("decisions"),
  decision: {
    stays:
      "What was decided by whom and by which rule, for whoever has to answer for it: it names ids alone.",
  },
  takedown: {
    stays: "A legal notice, and what it was about: the law asks for it to be kept.",
  },
  blocked: nobodys,
  blockedBand: nobodys,
  audienceSweep: goes("posts"),
  invalidation: { expires: 2 },
  follow: goes("follows"),
  largeFollow: goes("feed"),
  relation: goes("relations"),
  like: goes("likes"),
  bookmark: goes("bookmarks"),
  comment: goes("comments"),
  reply: goes("comments"),
  commentPlace: goes("comments"),
  commentEdit: goes("comments"),
  commentLike: goes("commentLikes"),
  feedRow: goes("feed"),
  trend: goes("posts"),
  trendOfPost: goes("posts"),
  tag: nobodys,
  tagRow: goes("posts"),
  tagFollow: goes("tags"),
  mention: goes("mentions"),
  notification: goes("notifications"),
  notificationPart: goes("notifications"),
  notificationMark: goes("notifications"),
  notificationSettings: goes("notifications"),
  searchPost: goes("posts"),
  searchPerson: goes("self"),
  searchTag: nobodys,
  rateLimit: { expires: 14 },
  idempotency: { expires: 1 },
  release: nobodys,
  drill: nobodys,
  audit: {
    stays:
      "What whoever runs the site did to an account: it cannot be changed, and names the person by an id alone.",
  },
  incident: nobodys,
  incidentEvent: nobodys,
  incidentNotice: {
    stays: "That somebody was told of a security incident: the law asks for it, and it names an id alone.",
  },
  costDay: nobodys,
  emergency: nobodys,
}
