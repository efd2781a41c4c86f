import { Photo } from "../photo"
import { table } from "../table"
import { User } from "../user"
import { asSet, canonical } from "./canonical"
import { accountOf } from "./gather/account"
import { albumsOf } from "./gather/albums"
import { circleOf } from "./gather/circle"
import { endingOf, type Original, postsOf } from "./gather/posts"
import { rowsOf } from "./gather/rows"
import { talkOf } from "./gather/talk"
import { type ListName, lists, type Manifest } from "./manifest.schema"

export type Gathered = { manifest: Manifest; account: object; originals: Original[]; user: User.UserRow }

/**
 * Reads all that a person made. What the manifest says is in an order of its own and names nothing by an id that
 * another account would not have, so that the same things give the same manifest, byte for byte.
 */
export async function gather(userId: string): Promise<Gathered | undefined> {
  const user = await User.byId(userId)
  if (!user) return undefined
  const rows = rowsOf(userId)
  const { posts, drafts, own, originals } = await postsOf(rows)
  const { albums, named } = await albumsOf(rows, own)
  const [talk, circle, account, notifications] = await Promise.all([
    talkOf(userId, rows, own),
    circleOf(userId, rows),
    accountOf(user, rows, own, named),
    table().notificationSettings.get({ userId }).go(),
  ])
  const avatar = await avatarOf(user)
  if (avatar) originals.push(avatar)
  const small = await withCarried({ ...talk, ...circle }, rows, own)
  const { name, bio, links = [], locale, private: isPrivate, unlisted } = user
  const { off = [], digest = "off", digestHour } = notifications.data ?? {}
  const content = { posts, drafts, albums, ...small }
  const manifest: Manifest = {
    format: "ichimai-archive",
    version: 1,
    counts: {
      ...Object.fromEntries(Object.entries(content).map(([list, entries]) => [list, entries.length])),
      photos: originals.length,
    },
    profile: {
      name,
      bio,
      links,
      locale,
      private: isPrivate,
      unlisted,
      ...(avatar && user.avatar ? { avatar: { file: avatar.path, x: user.avatar.x, y: user.avatar.y } } : {}),
    },
    notifications: { off: asSet(off), digest, ...(digestHour === undefined ? {} : { digestHour }) },
    ...content,
    files: originals
      .map(({ path, photo: { byteLength, sha256 } }) => ({ path, byteLength, sha256 }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
  // Nothing that JSON does not know is left in it.
  return { manifest: JSON.parse(canonical(manifest)), account, originals, user }
}

async function avatarOf({ avatar }: User.UserRow): Promise<Original | undefined> {
  const [photo] = avatar ? await Photo.rows([avatar.photoId]) : []
  return photo?.state === "ready" ? { path: `photos/avatar.${endingOf(photo)}`, photo } : undefined
}

type Small = Record<ListName, Record<string, unknown>[]>

/** With what came from an earlier archive and was not done again; about a post of one's own as long as that is there. */
async function withCarried(
  found: Record<ListName, readonly object[]>,
  rows: ReturnType<typeof rowsOf>,
  own: ReadonlyMap<string, string>,
): Promise<Small> {
  const carried = await rows.carried()
  const merged = lists.map((list) => {
    const more = carried.flatMap(({ kind, entry, postId }) => {
      if (kind !== list) return []
      if (!postId) return [entry]
      const on = own.get(postId)
      return on ? [{ ...entry, on }] : []
    })
    return [list, asSet([...found[list], ...more])]
  })
  return Object.fromEntries(merged)
}
