import { batch, table } from "../../table"
import { names } from "./people"
import { all, each, type Rows } from "./rows"

/** Whom one gave one's posts and albums to, by name or by link; a link without what opens it. */
export async function sharingOf(self: string, rows: Rows, named: ReadonlyMap<string, string>) {
  const [albums, memberships, places] = await Promise.all([rows.albums(), rows.memberships(), rows.links()])
  const members = (
    await each(albums, ({ albumId }) =>
      all((page) => table().albumMember.query.byAlbum({ albumId }).go(page)),
    )
  ).flat()
  const of = await batch(
    memberships.map(({ albumId }) => ({ albumId })),
    (left) => table().album.get(left).go(),
  )
  const links = await batch(
    places.map(({ hash }) => ({ hash })),
    (left) => table().share.get(left).go(),
  )
  const nameOf = await names(
    self,
    [...members, ...of].map(({ userId }) => userId),
  )
  const theirs = new Map(of.map((album) => [album.albumId, album]))
  return {
    members: members.map(({ albumId, userId, role, createdAt }) => ({
      album: named.get(albumId),
      handle: nameOf(userId),
      role,
      since: createdAt,
    })),
    memberOf: memberships.flatMap(({ albumId, role, createdAt }) => {
      const album = theirs.get(albumId)
      return album ? [{ title: album.title, by: nameOf(album.userId), role, since: createdAt }] : []
    }),
    links: links.map(
      ({ targetId, name, kind, passwordHash, noDownload, noCamera, comments, createdAt, endsAt }) => ({
        // To the album of another, of which one is a manager, under its own id.
        to: named.get(targetId) ?? targetId,
        name,
        kind,
        password: passwordHash !== undefined,
        noDownload: noDownload ?? false,
        noCamera: noCamera ?? false,
        comments: comments ?? false,
        createdAt,
        ...(endsAt ? { endsAt } : {}),
      }),
    ),
  }
}
