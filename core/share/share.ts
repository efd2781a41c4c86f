import type { z } from "zod"
import { requireUser } from "../actor"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { operation } from "../operation"
import { table, transact, unlessRefused } from "../table"
import { days, epoch, now } from "../time"
import { User } from "../user"
import { requireGiver } from "./giver"
import { hashOf, newToken, seal } from "./link-token"
import type { ShareRow } from "./share.access"
import {
  AlbumLinksInput,
  CreateAlbumLink,
  CreatePostLink,
  EditLink,
  LinkInput,
  type LinkView,
  maxLinks,
  PostLinksInput,
} from "./share.schema"
import { linkView } from "./view"

export { album, items, post, through } from "./album"
export { eraseOfTarget, eraseOfUser } from "./erase"
export { open } from "./find"
export { givesPhoto } from "./gives"
export { type OwnLink, ownByToken } from "./looked"
export { namesOf } from "./names"
export { door, get, unlock } from "./open"
export { lastEndOf, withProof } from "./proof"

/** How long a link that is over is still told to have been one, in seconds. */
export const remembered = days(30)

type Making = Omit<z.output<typeof CreatePostLink>, "postId">

/** Makes a link to one's own post. @throws AppError `not_found`, `conflict` when it has many already */
export const createForPost = operation(CreatePostLink, (actor, { postId, ...making }) =>
  create(requireUser(actor).userId, () => requireGiver(actor, postId), postId, making),
)

/** The same to an album that one manages. */
export const createForAlbum = operation(CreateAlbumLink, (actor, { albumId, ...making }) =>
  create(requireUser(actor).userId, () => requireGiver(actor, albumId), albumId, making),
)

/** The links to an album that one manages. @throws AppError `not_found`, `forbidden` */
export const listOfAlbum = operation(AlbumLinksInput, async (actor, { albumId }) => {
  await requireGiver(actor, albumId)
  return { items: (await linksTo(albumId)).map(linkView) }
})

/** The links to one's own post, the newest first. @throws AppError `not_found` */
export const listOfPost = operation(PostLinksInput, async (actor, { postId }) => {
  await requireGiver(actor, postId)
  return { items: (await linksTo(postId)).map(linkView) }
})

async function create(userId: string, check: () => Promise<void>, targetId: string, making: Making) {
  await check()
  if ((await linksTo(targetId)).length >= maxLinks) {
    throw new AppError("conflict", { reason: "too_many_share_links", params: { maximum: maxLinks } })
  }
  // Many at once would all be counted before one is written.
  await limit(["share-link", userId], maxLinks * 4, days(1))
  const { password, endsAt, ...said } = making
  const token = newToken()
  const [hash, shareId] = [hashOf(token), newId("share")]
  const lasts = endsAt ? { expires: removalOf(endsAt) } : {}
  const row: ShareRow = {
    ...said,
    hash,
    shareId,
    sealed: seal(token),
    targetId,
    userId,
    ...(password ? { passwordHash: await User.hashPassword(password) } : {}),
    ...(endsAt ? { endsAt } : {}),
    createdAt: now(),
    ...lasts,
  }
  await transact((t) => [
    t.share.create(row).commit(),
    t.sharePlace.create({ shareId, hash, userId, ...lasts }).commit(),
  ])
  return linkView(row)
}

const removalOf = (endsAt: string) => Math.floor(Date.parse(endsAt) / 1000) + remembered

/** The links to a post or album that were not revoked, the newest first: as many as there may be at the most. */
export async function linksTo(targetId: string): Promise<ShareRow[]> {
  const { data } = await table()
    .share.query.byTarget({ targetId })
    .go({ order: "desc", limit: maxLinks * 2, count: maxLinks * 2 })
  return data.filter(({ expires }) => expires === undefined || expires > epoch())
}

/** A link that the actor may change. @throws AppError `not_found` */
async function own(actor: Parameters<typeof requireGiver>[0], shareId: string): Promise<ShareRow> {
  requireUser(actor)
  const { data: place } = await table().sharePlace.get({ shareId }).go({ consistent: true })
  const { data: link } = place
    ? await table().share.get({ hash: place.hash }).go({ consistent: true })
    : { data: null }
  if (!link) throw new AppError("not_found")
  await requireGiver(actor, link.targetId)
  return link
}

/** Changes what is given of a link; its address stays. @throws AppError `not_found` */
export const edit = operation(
  EditLink,
  async (actor, { shareId, password, endsAt, ...said }): Promise<LinkView> => {
    const link = await own(actor, shareId)
    const set = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
    const passwordHash = password ? await User.hashPassword(password) : undefined
    const gone = [
      ...(password === "" ? (["passwordHash"] as const) : []),
      ...(endsAt === "" ? (["endsAt", "expires"] as const) : []),
    ]
    const lasts = endsAt ? { endsAt, expires: removalOf(endsAt) } : {}
    const change = table()
      .share.patch({ hash: link.hash })
      .set({ ...set, name: said.name ?? link.name, ...(passwordHash ? { passwordHash } : {}), ...lasts })
      .remove(gone)
    const written = await unlessRefused(change.go({ response: "all_new" }))
    if (!written) throw new AppError("not_found")
    const place = table().sharePlace.patch({ shareId })
    if (endsAt === "") await unlessRefused(place.remove(["expires"]).go())
    else if (endsAt) await unlessRefused(place.set({ expires: removalOf(endsAt) }).go())
    return linkView(written.data as ShareRow)
  },
)

/** Ends a link, from the next request on. Its address is never used again. @throws AppError `not_found` */
export const revoke = operation(
  LinkInput,
  async (actor, { shareId }): Promise<void> => {
    const { hash } = await own(actor, shareId)
    await transact((t) => [
      t.share.delete({ hash }).commit(),
      t.sharePlace.delete({ shareId }).commit(),
      t.shareEnded.put({ hash, expires: epoch(remembered) }).commit(),
    ])
  },
  "access",
)
