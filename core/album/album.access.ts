import { type Actor, userIdOf } from "../actor"
import type { Visibility } from "../post/post.schema"
import { type AlbumRole, AlbumStanding } from "./album.schema"

type Tie = {
  /** There is a block between the actor and the owner, whoever made it. */
  blocked: boolean
  follows: boolean
  /** What the actor may do in the album or in one that it lies in. */
  role: AlbumStanding | undefined
}

const order = AlbumStanding.options

/** Whether a role allows what another one does. */
export const atLeast = (role: AlbumStanding | undefined, least: AlbumStanding) =>
  role !== undefined && order.indexOf(role) >= order.indexOf(least)

/** Whether a role is above another: whoever has it may give that one and take it away. */
export const isAbove = (role: AlbumStanding | undefined, other: AlbumRole) =>
  atLeast(role, "manager") && role !== other && atLeast(role, other)

/** The strongest of some roles. */
export const strongest = (roles: readonly AlbumStanding[]): AlbumStanding | undefined =>
  [...roles].sort((a, b) => order.indexOf(b) - order.indexOf(a))[0]

/** Who sees an album in effect, besides its members: of a private account, followers at most. */
export const albumAudience = (visibility: Visibility, owner: { private: boolean }): Visibility =>
  owner.private && visibility === "public" ? "followers" : visibility

/**
 * Whether the actor may see that an album exists, and what it is called. It says nothing of its posts.
 * @param owner undefined while the account is not confirmed, and when it is gone: then nobody sees it
 */
export function seesAlbum(
  actor: Actor,
  album: { userId: string; visibility: Visibility },
  owner: { private: boolean } | undefined,
  { blocked, follows, role }: Tie,
): boolean {
  if (!owner || blocked) return false
  if (userIdOf(actor) === album.userId || role) return true
  const audience = albumAudience(album.visibility, owner)
  return audience === "public" || (audience === "followers" && follows)
}
