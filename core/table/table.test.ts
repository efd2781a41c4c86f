import { describe, expect, it } from "vitest"
import { during } from "../../testing/faults"
import { given } from "../../testing/given"
import { newId } from "../id"
import { Photo } from "../photo"
import { User } from "../user"
import { batch, refused, service, table, transact } from "./index"
import { indexes, tableShape, ttlAttribute } from "./shape"

/** The keys of every entity, as the data model says. Changing one orphans what is stored: add, never re-key. */
const keys = {
  user: { byId: "USER#{userId} PROFILE" },
  userCount: { byId: "USER#{userId} COUNT" },
  handle: { byHandle: "HANDLE#{handle} H" },
  email: { byHash: "EMAIL#{hash} E" },
  session: { byId: "SESS#{sessionId} S", byUser: "gsi1 USER#{userId}#AUTH SESS#{createdAt}" },
  knownDevice: { byUser: "USER#{userId} DEVICE#{hash}" },
  totp: { byUser: "USER#{userId} TOTP" },
  signInTicket: { byHash: "TICKET#{hash} T" },
  passkey: { byUser: "USER#{userId} PASSKEY#{credentialId}" },
  usedChallenge: { byHash: "CHALLENGE#{hash} C" },
  account: {
    byAccount: "ACCT#{provider}#{accountId} A",
    byUser: "gsi1 USER#{userId}#AUTH ACCT#{provider}",
  },
  accessToken: { byHash: "TOK#{hash} T", byUser: "gsi1 USER#{userId}#AUTH TOK#{tokenId}" },
  oneTimeToken: { byHash: "OTT#{hash} T", byUser: "gsi1 USER#{userId}#AUTH OTT#{hash}" },
  photo: {
    byId: "PHOTO#{photoId} META",
    byUser: "gsi1 USER#{userId}#PHOTOS {photoId}",
    byState: "gsi2 PHOTO#{state} {updatedAt}",
  },
  photoGone: { byId: "PHOTO#{photoId} GONE" },
  photoHash: { byHash: "USER#{userId}#SHA {sha256}" },
  quota: { byDay: "USER#{userId}#QUOTA {day}" },
  draft: {
    byId: "DRAFT#{draftId} META",
    byUser: "gsi1 USER#{userId}#DRAFTS {draftId}",
    byTime: "gsi2 {queue} {publishAt}",
  },
  import: { byUser: "USER#{userId}#IMPORTS {importId}", byQueue: "gsi2 IMPORT#{queue} {at}" },
  importEntry: { byImport: "IMPORT#{importId} {entryId}" },
  post: {
    byId: "POST#{postId} META",
    byUser: "gsi1 USER#{userId}#POSTS {postId}",
    latest: "gsi3 LATEST#{latest} {postId}",
  },
  postEdit: { byPost: "POST#{postId} EDIT#{editId}" },
  audienceSweep: { byUser: "USER#{userId} SWEEP", unfinished: "gsi2 SWEEP {updatedAt}" },
  invalidation: { byId: "CDN#{invalidationId} META", unfinished: "gsi2 CDN {since}" },
  postCount: { byShard: "POST#{postId} COUNT#{shard}" },
  follow: {
    byFollower: "USER#{followerId}#FOLLOWING {followeeId}",
    byFollowee: "gsi1 USER#{followeeId}#FOLLOWERS#{state} {followId}",
  },
  largeFollow: { byUser: "USER#{userId}#LARGE {kind}#{source}" },
  relation: { byUser: "USER#{userId}#REL {kind}#{target}", mutes: "gsi1 USER#{target}#MUTEDBY {userId}" },
  like: { byUser: "USER#{userId}#LIKES {postId}", byPost: "gsi1 POST#{postId}#LIKES {likeId}" },
  bookmark: {
    byUser: "USER#{userId}#SAVED {postId}",
    byTime: "gsi1 USER#{userId}#SAVEDAT {bookmarkId}",
    byPost: "gsi3 POST#{postId}#SAVED {bookmarkId}",
  },
  deletion: { byUser: "USER#{userId} DELETION", byDue: "gsi2 DELETION {dueAt}" },
  mention: {
    byUser: "USER#{userId}#MENTIONS {subjectId}",
    bySubject: "gsi1 SUBJECT#{subjectId}#MENTIONS {userId}",
  },
  comment: {
    byPost: "POST#{postId}#C {commentId}",
    byGuests: "gsi2 POST#{guestsOf}#GUESTSAID {commentId}",
    byUser: "gsi1 USER#{userId}#COMMENTS {commentId}",
  },
  reply: { byComment: "CMT#{parentId}#R {commentId}", byUser: "gsi1 USER#{userId}#COMMENTS {commentId}" },
  commentPlace: { byId: "CMT#{commentId} META" },
  commentEdit: { byComment: "CMT#{commentId} EDIT#{editId}" },
  commentLike: {
    byUser: "USER#{userId}#CLIKES {commentId}",
    byComment: "gsi1 CMT#{commentId}#LIKES {likeId}",
  },
  feedRow: { byReader: "FEED#{userId} {postId}" },
  trend: { byScore: "TREND {score}#{postId}" },
  trendOfPost: { byPost: "POST#{postId} TREND" },
  tag: { byTag: "TAG#{tag}#META META" },
  tagRow: { byTag: "TAG#{tag} {postId}" },
  tagFollow: { byUser: "USER#{userId}#TAGS {tag}", byTag: "gsi1 TAG#{tag}#FOLLOWERS {followId}" },
  notification: {
    byTopic: "NOTIF#{userId} {topic}#{period}",
    byTime: "gsi1 NOTIF#{userId} {notificationId}",
  },
  notificationPart: { byActor: "NOTIF#{userId}#FROM#{actorId} {topic}" },
  notificationMark: { byUser: "NOTIF#{userId} READ" },
  notificationSettings: { byUser: "NOTIF#{userId} SETTINGS", byDue: "gsi2 DIGEST#{digest} {dueAt}#{userId}" },
  searchPost: { byTerm: "TERM#{term} {postId}" },
  searchPerson: { byTerm: "TERM#{term} USER#{userId}" },
  searchTag: { byInitial: "TAGNAME#{initial} {spelling}#{tag}" },
  guestPhoto: { byAlbum: "ALBUM#{albumId}#GUESTS {photoId}" },
  guestComment: {
    byAuthor: "USER#{userId}#GUESTWORDS {commentId}",
    byPost: "gsi1 POST#{postId}#GUESTWORDS {commentId}",
    byShare: "gsi2 SHARE#{shareId}#GUESTWORDS {commentId}",
  },
  share: { byHash: "SHARE#{hash} S", byTarget: "gsi1 TARGET#{targetId}#SHARES {shareId}" },
  sharePlace: { byId: "SHARE#{shareId} META", byUser: "gsi1 USER#{userId}#SHARES {shareId}" },
  shareEnded: { byHash: "SHARE#{hash} ENDED" },
  export: { byUser: "USER#{userId}#EXPORTS {exportId}", byState: "gsi2 EXPORT#{state} {updatedAt}" },
  carried: { byUser: "USER#{userId}#CARRIED {kind}#{hash}" },
  rateLimit: { byWindow: "RL#{key}#{window} R" },
  idempotency: { byKey: "IDEM#{actor}#{key} I" },
  release: { byTime: "STAGE RELEASE#{releaseId}" },
  drill: { byKind: "STAGE DRILL#{kind}#{drillId}" },
  costDay: { byDay: "STAGE COST#{day}" },
  emergency: { byRow: "EMERGENCY {row}" },
  incident: { byTime: "STAGE INCIDENT#{incidentId}" },
  incidentEvent: { byIncident: "INCIDENT#{incidentId} EVENT#{eventId}" },
  incidentNotice: { byEvent: "INCIDENT#{incidentId}#NOTICE#{eventId} {userId}" },
  album: { byId: "ALBUM#{albumId} META", byUser: "gsi1 USER#{userId}#ALBUMS {albumId}" },
  albumChild: { byParent: "ALBUM#{parentId} CHILD#{albumId}" },
  albumTree: { byUser: "USER#{userId} ALBUMS" },
  albumItem: { byRank: "ALBUM#{albumId} ITEM#{rank}#{postId}" },
  albumPlace: {
    byPost: "POST#{postId}#ALBUMS {albumId}",
    byDate: "gsi1 ALBUM#{albumId}#DATES {postId}",
  },
  albumMember: {
    byAlbum: "ALBUM#{albumId} MEMBER#{userId}",
    byUser: "gsi1 USER#{userId}#MEMBEROF {albumId}",
    byAdder: "gsi2 USER#{addedBy}#ADDED {albumId}#{userId}",
  },
  albumGone: { byId: "ALBUM#{albumId} GONE", unfinished: "gsi2 ALBUMGONE {updatedAt}" },
  audit: { byDay: "AUDIT#{day} {auditId}", byUser: "gsi1 USER#{userId}#AUDIT {auditId}" },
  report: {
    byId: "REPORT#{reportId} META",
    byTarget: "gsi1 TARGET#{targetId}#REPORTS {reportId}",
    byStatus: "gsi2 REPORT#{status} {reportId}",
  },
  reported: { byUser: "USER#{userId}#REPORTED {targetId}" },
  reporter: { byUser: "USER#{userId} REPORTER" },
  case: {
    byTarget: "CASE#{targetId} META",
    byOwner: "gsi1 USER#{ownerId}#CASES {targetId}",
    queue: "gsi2 CASE#{status} {rank}#{openedAt}#{targetId}",
  },
  caseNote: { byCase: "CASE#{targetId} NOTE#{noteId}" },
  decision: {
    byId: "DECISION#{decisionId} META",
    byTarget: "gsi1 TARGET#{targetId}#DECISIONS {decisionId}",
    all: "gsi2 DECISIONS {decisionId}",
    byOwner: "gsi3 USER#{ownerId}#DECISIONS {decisionId}",
  },
  appeal: { byDecision: "DECISION#{decisionId} APPEAL", byStatus: "gsi2 APPEAL#{status} {at}#{decisionId}" },
  staff: { all: "STAFF {userId}" },
  takedown: {
    byId: "TAKEDOWN#{takedownId} META",
    byTarget: "gsi1 TARGET#{targetId}#TAKEDOWNS {takedownId}",
  },
  blocked: { byHash: "HASH#{hash} H", all: "gsi2 BLOCKED {at}#{hash}" },
  blockedBand: { byBand: "BAND#{band}#{bits} {dhash}" },
}

type Part = { field: string; template?: string; casing?: string }
type Index = { index?: string; pk: Part; sk?: Part }
const templates = (index: Index) =>
  [index.index, index.pk.template, index.sk?.template].filter(Boolean).join(" ").replaceAll("${", "{")

describe("the table", () => {
  it("keys its entities as they have always been keyed", () => {
    const found = Object.entries(service().entities).map(([name, entity]) => {
      const { indexes: declared } = entity.schema as unknown as { indexes: Record<string, Index> }
      return [name, Object.fromEntries(Object.entries(declared).map(([index, is]) => [index, templates(is)]))]
    })
    expect(Object.fromEntries(found)).toEqual(keys)
  })

  it("keeps the case of every key, in the fields of its index", () => {
    for (const entity of Object.values(service().entities)) {
      const { indexes: declared } = entity.schema as unknown as { indexes: Record<string, Index> }
      for (const { index = "", pk, sk } of Object.values(declared)) {
        expect([pk.field, sk?.field]).toEqual([`${index}pk`, `${index}sk`])
        expect([pk.casing, sk?.casing]).toEqual(["none", "none"])
      }
    }
  })

  it("has three indexes, a stream of both images, and expires items by `expires`", () => {
    const shape = tableShape("t")
    expect(shape.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual([...indexes])
    expect(shape.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" })
    expect([shape.BillingMode, ttlAttribute]).toEqual(["PAY_PER_REQUEST", "expires"])
  })

  it("tells ids apart that differ in case alone", async () => {
    const at = { expires: 1 }
    await table()
      .photoGone.put({ photoId: "pho_Aa", ...at })
      .go()
    await table().photoGone.put({ photoId: "pho_aA", expires: 2 }).go()
    expect((await table().photoGone.get({ photoId: "pho_Aa" }).go()).data).toEqual({
      photoId: "pho_Aa",
      expires: 1,
    })
    expect((await table().photoGone.get({ photoId: "pho_AA" }).go()).data).toBeNull()
  })
})

describe("a transaction", () => {
  const conflict = (codes: string[]) =>
    Object.assign(new Error("cancelled"), {
      name: "TransactionCanceledException",
      CancellationReasons: codes.map((Code) => ({ Code })),
    })

  it("in conflict is tried again under one token with the same items", async () => {
    const photoId = newId("photo")
    const asked: unknown[] = []
    const codes = await during(
      async ({ input }, next) => {
        asked.push(input)
        if (asked.length < 3) throw conflict(["TransactionConflict"])
        return next()
      },
      () => transact((t) => [t.photoGone.put({ photoId, expires: Math.random() }).commit()]),
    )
    expect(codes).toBeUndefined()
    expect(asked).toHaveLength(3)
    expect(asked[1]).toEqual(asked[0])
    expect(asked[2]).toEqual(asked[0])
    expect(asked[0]).toMatchObject({ ClientRequestToken: expect.stringMatching(/^\w{26}$/) })
  })

  it("says which item was refused, and writes none", async () => {
    const [one, two] = [newId("photo"), newId("photo")]
    const codes = await transact((t) => [
      t.photoGone.put({ photoId: one, expires: 1 }).commit(),
      t.photoGone.remove({ photoId: two }).commit(),
    ])
    expect(codes).toEqual(["None", refused])
    expect((await table().photoGone.get({ photoId: one }).go()).data).toBeNull()
  })

  it("with an item that cannot be written is a fault, and never passes for written", async () => {
    const faulty = during(
      async () => {
        throw conflict(["None", "ValidationError"])
      },
      () => transact((t) => [t.photoGone.put({ photoId: "x", expires: 1 }).commit()]),
    )
    await expect(faulty).rejects.toThrow("The table cancelled a transaction: ValidationError")
  })

  it("that stays in conflict is unavailable for a while", async () => {
    const stuck = during(
      async () => {
        throw conflict(["TransactionConflict"])
      },
      () => transact((t) => [t.photoGone.put({ photoId: "x", expires: 1 }).commit()]),
    )
    await expect(stuck).rejects.toMatchObject({ code: "unavailable", retryAfter: 1 })
  })
})

describe("a batch", () => {
  it("asks again for what a busy table left out", async () => {
    const people = await Promise.all([given.person(), given.person(), given.person()])
    let busy = 2
    const found = await during(
      async ({ name, input }, next) => {
        if (name !== "BatchGetItemCommand" || busy-- <= 0) return next()
        return { output: { Responses: {}, UnprocessedKeys: input.RequestItems }, response: {} }
      },
      () => User.people(people.map(({ userId }) => userId)),
    )
    expect([...found.keys()].sort()).toEqual(people.map(({ userId }) => userId).sort())
    expect(await Photo.rows([])).toEqual([])
  })

  it("gives up when it stays busy", async () => {
    const go = async (keys: number[]) => ({ data: [], unprocessed: keys })
    await expect(batch([1], go)).rejects.toMatchObject({ code: "unavailable", retryAfter: 1 })
  })
})
