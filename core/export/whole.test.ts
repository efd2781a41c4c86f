import { beforeAll, expect, it } from "vitest"
import { archiveOf, finished } from "../../testing/archive"
import { settle } from "../../testing/events"
import { keysOf } from "../../testing/everything"
import { given, type Person, visitor } from "../../testing/given"
import { items } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { AccessToken } from "../access-token"
import { Album } from "../album"
import { Block } from "../block"
import { Bookmark } from "../bookmark"
import { Comment } from "../comment"
import { Draft } from "../draft"
import { Guest } from "../guest"
import { Like } from "../like"
import { Moderation } from "../moderation"
import { Notification } from "../notification"
import { Post } from "../post"
import { Report } from "../report"
import { Share } from "../share"
import { Tag } from "../tag"
import { User } from "../user"
import { Export } from "./index"
import { Manifest } from "./manifest.schema"

/** What of a person's rows stands in an archive, and how it is known there. */
const kept: Record<string, (row: Record<string, unknown>) => unknown> = {
  user: ({ email }) => email,
  post: ({ caption }) => caption,
  postEdit: ({ caption }) => caption,
  draft: ({ caption }) => caption,
  photo: ({ sha256 }) => sha256,
  photoHash: ({ sha256 }) => sha256,
  comment: ({ text }) => text,
  reply: ({ text }) => text,
  commentEdit: ({ text }) => text,
  like: ({ createdAt }) => createdAt,
  commentLike: ({ createdAt }) => createdAt,
  bookmark: ({ createdAt }) => createdAt,
  tagFollow: ({ tag }) => tag,
  notificationSettings: ({ digest }) => digest,
  session: ({ userAgent }) => userAgent,
  accessToken: ({ name }) => name,
  account: ({ provider }) => provider,
  album: ({ title }) => title,
  albumItem: () => "album-1",
  albumPlace: () => "album-1",
  albumMember: ({ createdAt }) => createdAt,
  share: ({ name }) => name,
  sharePlace: () => "For grandmother",
  follow: () => bo.handle,
  report: ({ text }) => text,
  passkey: ({ name }) => name,
  totp: ({ confirmedAt }) => confirmedAt,
  decision: ({ reason }) => reason,
  appeal: ({ text }) => text,
  audit: ({ what }) => what,
}

/** What is left out, and why. */
const leftOut: Record<string, string> = {
  handle: "says whose a handle is; the handle itself is in account.json",
  email: "makes addresses unique; the address itself is in account.json",
  userCount: "counts what is in the archive",
  postCount: "counts what is in the archive",
  quota: "counts uploads of a day, for a day",
  oneTimeToken: "a link that was mailed, for an hour",
  commentPlace: "finds a comment that is in the archive",
  albumChild: "how albums lie in one another, which they say themselves",
  albumTree: "counts albums",
  feedRow: "posts of others, made from whom one follows",
  largeFollow: "made from whom one follows",
  relation:
    "a block, mute or word is in the manifest; who blocked one is theirs to know, the rest is made from follows",
  guestComment: "what guests wrote that waits, shown to nobody yet",
  notification: "what others did, told for ninety days",
  notificationPart: "what others did, told for ninety days",
  notificationMark: "how far one has read",
  searchPost: "made from posts",
  searchPerson: "made from the profile",
  searchTag: "made from posts",
  tag: "counts, and the newest post",
  tagRow: "made from posts",
  trend: "made from posts",
  trendOfPost: "made from posts",
  export: "the archive itself",
  import: "how far an archive is that was brought in; what came of it is in the archive",
  importEntry: "what became of each file that was brought in, for a hundred and twenty days",
  guestPhoto: "a guest's, until it is approved; then it is a post",
  reported: "finds a report that is in the archive",
  reporter: "how often one's reports came to something, for the order of the queue",
  case: "what others reported; who did is never told",
  caseNote: "what moderators said to each other",
  knownDevice: "the hash of a cookie: which browsers are not warned of",
  signInTicket: "between the two steps of signing in, for minutes",
  deletion: "that the account is to be deleted, which its page says",
  staff: "that one moderates; the role is in account.json",
  idempotency: "an answer that is given twice, for a day",
  rateLimit: "counts calls, for minutes",
}

let ada: Person
let bo: Person
beforeAll(async () => {
  ;[ada, bo] = [await given.person(), await given.person()]
  const { id: own } = await given.post(ada, { caption: "First light #dawn", contentWarning: "Bright" })
  const { id: theirs } = await given.post(bo, { caption: "Of Bo" })
  await Post.edit(ada, { postId: own, caption: "First light, later #dawn" })
  const { id: on } = await Comment.write(bo, { postId: own, text: "Bo was here" })
  await Comment.reply(ada, { commentId: on, text: "Ada answers" })
  const { id: said } = await Comment.write(ada, { postId: theirs, text: "Ada says" })
  await Comment.edit(ada, { commentId: said, text: "Ada says it better" })
  await Comment.like(ada, { commentId: on })
  await Like.like(ada, { postId: theirs })
  await Like.like(bo, { postId: own })
  await Bookmark.save(ada, { postId: theirs })
  await given.follow(ada, bo)
  await given.follow(bo, ada)
  await Tag.follow(ada, { tag: "dawn" })
  await Block.setFilters(ada, { words: ["spoiler"] })
  const others = [await given.person(), await given.person()] as const
  await Block.block(ada, { handle: others[0].handle })
  await Block.mute(ada, { handle: others[1].handle })
  await Notification.setSettings(ada, { digest: "daily", kinds: { like: false } })
  await AccessToken.create(ada, { name: "Backup of Ada", scopes: ["read"] })
  await Draft.save(ada, { photos: [{ photoId: await given.photo(ada) }], caption: "Not yet" })
  await User.setAvatar(ada, { photoId: await given.photo(ada) })
  const { id: albumId } = await Album.create(ada, { title: "Mornings" })
  await Album.create(ada, { title: "Earlier ones", parentId: albumId })
  await Album.addItem(ada, { albumId, postId: own })
  await Album.addMember(ada, { albumId, handle: bo.handle, role: "viewer" })
  const { url = "" } = await Share.createForPost(ada, {
    postId: own,
    name: "For grandmother",
    comments: true,
  })
  const place = { token: url.split("/s/")[1] ?? "", postId: own, name: "Grandmother herself" }
  await Guest.comment(visitor(), { ...place, text: "Of a guest" })
  const { items: waiting } = await Guest.waitingComments(ada, {})
  const commentIds = waiting.map(({ id }) => id)
  await Guest.decideComments(ada, { commentIds, decision: "approve" })
  await Guest.comment(visitor(), { ...place, text: "Undecided" })
  await keysOf(ada)
  await Report.make(ada, { target: theirs, kind: "spam", text: "Reported by Ada" })
  await Report.make(bo, { target: own, kind: "spam", text: "Reported by Bo" })
  const why = { act: "warn", rule: "other", reason: "Said to Ada" } as const
  const { decisions } = await Moderation.decide(await given.moderator(), { targets: [ada.userId], ...why })
  await Moderation.appeal(ada, { id: decisions[0]?.id ?? "", text: "Appealed by Ada" })
  await settle()
})

it("holds everything that the table has of a person, but for what is named", slow, async () => {
  await Export.start(ada, {})
  const view = await finished(ada)
  const files = await archiveOf(ada, view)
  Manifest.parse(JSON.parse(String(files.get("manifest.json"))))
  const text = `${files.get("manifest.json")}${files.get("account.json")}`
  // What a guest wrote is nothing that Ada said.
  expect(String(files.get("manifest.json"))).not.toContain("Of a guest")
  expect(JSON.parse(String(files.get("account.json"))).received.comments).toContainEqual(
    expect.objectContaining({ by: null, guest: "Grandmother herself", text: "Of a guest" }),
  )
  const rows = (await items()).filter((item) => JSON.stringify(item).includes(ada.userId))
  const faults = rows.flatMap((row) => {
    const entity = row.__edb_e__
    if (entity in leftOut) return []
    const shown = kept[entity]
    if (!shown) return [`${entity} is neither in the archive nor left out for a reason`]
    const value = shown(row)
    const isIn = value !== undefined && text.includes(JSON.stringify(value).slice(1, -1))
    return isIn ? [] : [`${entity} ${row.pk} ${row.sk}: ${value}`]
  })
  expect(faults).toEqual([])
  const found = new Set(rows.map(({ __edb_e__ }) => __edb_e__))
  expect(found.size).toBeGreaterThan(25)
  for (const said of [
    "Ada answers",
    "Bo was here",
    "Ada says it better",
    "First light #dawn",
    "spoiler",
    "For grandmother",
    bo.handle,
    ada.email,
    "Not yet",
    "Earlier ones",
    "Bright",
    "Reported by Ada",
    "Appealed by Ada",
  ])
    expect(text).toContain(said)
  expect(text).not.toContain("Reported by Bo")
  expect(text).not.toMatch(/passwordHash|scrypt|sealed|"hash"|pat_|publicKey|credentialId|"key"|"codes"/)
})
