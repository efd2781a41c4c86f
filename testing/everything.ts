import { ListObjectVersionsCommand } from "@aws-sdk/client-s3"
import { Secret, TOTP } from "otpauth"
import { AccessToken } from "../core/access-token"
import { Account } from "../core/account"
import { Album } from "../core/album"
import { Block } from "../core/block"
import { Bookmark } from "../core/bookmark"
import { Comment } from "../core/comment"
import { config } from "../core/config"
import { Draft } from "../core/draft"
import { Export } from "../core/export"
import { Follow } from "../core/follow"
import { Guest } from "../core/guest"
import { Identity } from "../core/identity"
import { Like } from "../core/like"
import { Moderation } from "../core/moderation"
import { Notification } from "../core/notification"
import { Passkey } from "../core/passkey"
import { Post } from "../core/post"
import { Report } from "../core/report"
import { SecondFactor } from "../core/second-factor"
import { Share } from "../core/share"
import { Storage } from "../core/storage"
import { s3 } from "../core/storage/client"
import { table } from "../core/table"
import { Tag } from "../core/tag"
import { User } from "../core/user"
import { givenAlbum, joins } from "./albums"
import { finished } from "./archive"
import { authenticator } from "./authenticator"
import { settle, uploaded } from "./events"
import { given, offer, type Person, visitor } from "./given"
import { ended, sent } from "./imports"
import { instagramArchive } from "./instagram"
import { partsOf, sendParts } from "./parts"

/** Everything that a person can have here, and others have with them; with the ids that must be gone when they are. */
export async function everythingOf(person: Person) {
  const [ben, eve, max] = await Promise.all([given.person(), given.person(), given.person()])
  const before = person.handle
  const handle = `${before}_now`
  await User.update(person, { handle, bio: "I take pictures", links: [{ url: "https://example.com/me" }] })
  const ada = { ...person, handle }
  const photoIds = await Promise.all(Array.from({ length: 5 }, () => given.photo(ada)))
  const [first = "", second = "", third = "", avatar = "", unused = ""] = photoIds
  await User.setAvatar(ada, { photoId: avatar })
  await table().user.patch({ userId: ada.userId }).set({ emailVerified: true }).go()

  await given.follow(ben, ada)
  await given.follow(ada, ben)
  await given.closed(eve)
  await Follow.follow(ada, { handle: eve.handle })
  await Tag.follow(ada, { tag: "sea" })
  await Tag.follow(max, { tag: "harbour" })

  const open = await given.post(ada, { photos: [first], caption: `Boats #harbour with @${ben.handle}` })
  const closed = await given.post(ada, { photos: [second], visibility: "private" })
  await Post.edit(ada, { postId: open.id, caption: `More boats #harbour with @${ben.handle}` })
  const theirs = await given.post(ben, { caption: `Thanks to @${handle} and @${before}, not @${eve.handle}` })
  const earlier = await given.post(ben, { caption: `With @${handle}, and @${eve.handle}` })
  await Post.edit(ben, { postId: earlier.id, caption: "Alone" })
  const draft = await Draft.save(ada, { photos: [{ photoId: third }], caption: "Later" })
  const { late } = await given.draft(ada)
  const parts = await given.largeUpload(ada)
  await sendParts(ada, parts.photoId, partsOf(parts.bytes).slice(0, 1))

  for (const [who, postId] of [
    [ada, theirs.id],
    [ben, open.id],
    [max, open.id],
  ] as const) {
    await Like.like(who, { postId })
    await Bookmark.save(who, { postId })
  }
  const mine = await Comment.write(ada, { postId: theirs.id, text: "Mine, and answered" })
  const lonely = await Comment.write(ada, { postId: theirs.id, text: "Mine, alone" })
  await Comment.edit(ada, { commentId: mine.id, text: "Mine, and answered, better" })
  const answer = await Comment.reply(ben, { commentId: mine.id, text: `I agree, @${handle}` })
  const unsaid = await Comment.reply(ben, { commentId: mine.id, text: `Where is @${handle}?` })
  await Comment.edit(ben, { commentId: unsaid.id, text: "Never mind" })
  const said = await Comment.write(ben, { postId: theirs.id, text: `Look, @${before}` })
  const replied = await Comment.reply(ada, { commentId: said.id, text: "Thank you" })
  const under = await Comment.write(ben, { postId: open.id, text: "Lovely" })
  await Comment.reply(ada, { commentId: under.id, text: "Thanks" })
  for (const [who, commentId] of [
    [ada, said.id],
    [ben, mine.id],
    [ben, replied.id],
    [ada, answer.id],
  ] as const)
    await Comment.like(who, { commentId })

  const album = await givenAlbum(ada, { posts: [open.id, closed.id] })
  const shared = await givenAlbum(ben, { posts: [theirs.id] })
  await joins(ben, shared.id, ada, "manager")
  await joins(ada, shared.id, max, "viewer")
  await Album.addItems(ada, { albumId: shared.id, postIds: [closed.id] })
  await joins(ada, album.id, ben, "viewer")
  await Share.createForPost(ada, { postId: closed.id, name: "For Grandma", password: "sea and sky" })
  const { url = "" } = await Share.createForPost(ada, { postId: open.id, comments: true })
  const place = { token: url.split("/s/")[1] ?? "", postId: open.id, name: "Grandma" }
  await Guest.comment(visitor(), { ...place, text: `Approved, @${before} and @${ben.handle}` })
  const { items: waiting } = await Guest.waitingComments(ada, {})
  const approved = { commentIds: waiting.map(({ id }) => id), decision: "approve" as const }
  await Guest.decideComments(ada, approved)
  await Guest.comment(visitor(), { ...place, text: "Waiting" })

  await Block.block(ada, { handle: max.handle })
  const [far, near] = await Promise.all([given.person(), given.person()])
  await Block.mute(far, { handle })
  await Block.block(near, { handle })
  await Block.setFilters(ada, { words: ["spoiler"] })
  await AccessToken.create(ada, { name: "A script", scopes: ["read"] })
  await Account.forgotPassword(visitor(), { email: ada.email })
  await Account.signUp(visitor(), {
    handle: `${before}_x`,
    email: ada.email,
    password: "a long enough password",
    ageConfirmed: true,
  })
  await Identity.enter(visitor(), { provider: "google", accountId: `sub-${before}`, email: ada.email })
  await Notification.setSettings(ada, { kinds: { follow: false }, digest: "daily" })
  const { items } = await Notification.list(ada, {})
  await Notification.read(ada, { upTo: items[0]?.id ?? "" })
  await keysOf(ada)
  await Report.make(ada, { target: theirs.id, kind: "spam", text: "Said by Ada" })
  await Report.make(ben, { target: open.id, kind: "other", text: "Said of Ada" })
  await decidedAbout(ada)
  const guestIds = await guestsOf(ada, album.id)
  const shot = { uri: "media/posts/202001/1.jpg", bytes: await given.jpeg(), title: "Brought along" }
  const archive = instagramArchive([{ at: Date.UTC(2020, 0, 15) / 1000, media: [shot] }])
  await ended(ada, (await sent(ada, [archive], { options: { visibility: "private" } })).id)
  await Export.start(ada, {})
  await finished(ada)
  await settle()

  const lateIds = late.map(({ photoId }) => photoId)
  const draftId = "draft" in draft ? draft.draft.id : ""
  return {
    ada,
    ben,
    eve,
    max,
    theirs,
    earlier,
    mine,
    answer,
    unsaid,
    said,
    open,
    /** What must not be found anywhere any more; the handles only where others wrote them themselves. */
    ids: [
      ada.userId,
      ...photoIds,
      ...lateIds,
      ...guestIds,
      parts.photoId,
      open.id,
      closed.id,
      draftId,
      lonely.id,
      replied.id,
      album.id,
      ada.email,
    ],
    photoIds: [...photoIds, ...lateIds, ...guestIds, parts.photoId],
    handles: [before, handle],
    unused,
  }
}

/** Two-factor sign-in and a passkey. */
export async function keysOf(ada: Person) {
  const { key } = await SecondFactor.begin(ada, {})
  const code = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) }).generate()
  await SecondFactor.confirm(ada, { code })
  const credential = authenticator().create(await Passkey.creation(ada, {}))
  await Passkey.register(ada, { credential })
}

/** A warning that was appealed, and a post that was hidden and given back. */
async function decidedAbout(ada: Person) {
  const moderator = await given.moderator()
  const why = { rule: "other", reason: "Please look again." } as const
  const { id: postId } = await given.post(ada, { caption: "Decided about" })
  const warned = await Moderation.decide(moderator, { targets: [ada.userId], act: "warn", ...why })
  await Moderation.appeal(ada, { id: warned.decisions[0]?.id ?? "", text: "Said by Ada, of a warning" })
  await Moderation.decide(moderator, { targets: [postId], act: "hide", ...why })
}

/** A photo of a guest that became a post, and one that waits. */
async function guestsOf(ada: Person, albumId: string): Promise<string[]> {
  const link = await Share.createForAlbum(ada, { albumId, kind: "contribute" })
  const token = link.url?.split("/s/")[1] ?? ""
  const ids: string[] = []
  for (const letter of ["a", "b"]) {
    const bytes = await given.jpeg()
    const key = letter.repeat(32)
    const started = await Guest.start(visitor(), { token, key, name: "Grandma", ...offer(bytes) })
    if ("duplicate" in started || started.upload.kind !== "post") throw new Error("it is sent in one piece")
    await uploaded(started.upload, bytes)
    ids.push(started.photoId)
  }
  await Guest.decide(ada, { albumId, photoIds: ids.slice(0, 1), decision: "approve" })
  return ids
}

/** Every version of every object, and every delete marker, whose key holds one of these. */
export async function versionsWith(ids: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const Bucket of [config.originalsBucket, config.mediaBucket]) {
    let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {}
    for (;;) {
      const page = await s3.send(new ListObjectVersionsCommand({ Bucket, ...marker }))
      const keys = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key = "" }) => Key)
      found.push(...keys.filter((key) => ids.some((id) => key.includes(id))))
      if (!page.IsTruncated) break
      marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
    }
    for await (const uploads of Storage.openUploads(Bucket, ""))
      found.push(...uploads.map(({ key }) => key).filter((key) => ids.some((id) => key.includes(id))))
  }
  return found
}
