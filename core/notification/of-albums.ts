import { Album } from "../album"
import { table } from "../table"
import { tell } from "./tell"
import { untell } from "./untell"

type Member = { albumId: string; userId: string; addedBy: string; createdAt: string }
type Place = { albumId: string; postId: string; userId: string; addedAt: string }

const joining = ({ albumId, userId, addedBy, createdAt }: Member) => ({
  userId,
  actorId: addedBy,
  topic: `album-member:${albumId}`,
  factId: `${albumId} ${createdAt}`,
})

/** Somebody is made a member of an album, or is none any more; or who made them one is gone. */
export async function albumMember(before: Member | undefined, after: Member | undefined): Promise<void> {
  const isSame = before?.createdAt === after?.createdAt
  if (isSame && before?.addedBy === after?.addedBy) return
  if (before) await untell(joining(before))
  if (!after || isSame) return
  const { albumId, userId, addedBy, createdAt } = after
  const news = { ...joining(after), kinds: ["album_member" as const], at: createdAt, about: { albumId } }
  await tell(news, (t) =>
    t.albumMember
      .check({ albumId, userId })
      .where((member, { eq }) => `${eq(member.createdAt, createdAt)} AND ${eq(member.addedBy, addedBy)}`)
      .commit(),
  )
}

/**
 * Others add photos to an album: its owner is told once a day of each of them, however many photos there are. It is taken
 * back with the photo that it was last told of.
 */
export async function albumPlace(before: Place | undefined, after: Place | undefined): Promise<void> {
  if (before?.addedAt === after?.addedAt) return
  const ownerId = await ownerOf((after ?? before)?.albumId ?? "")
  if (!ownerId) return
  if (before && ownerId !== before.userId) await untell(adding(before, ownerId))
  if (!after || ownerId === after.userId) return
  const { albumId, postId, addedAt } = after
  const news = { ...adding(after, ownerId), kinds: ["album_photos" as const], at: addedAt }
  await tell({ ...news, about: { albumId } }, (t) =>
    t.albumPlace
      .check({ albumId, postId })
      .where((row, { eq }) => eq(row.addedAt, addedAt))
      .commit(),
  )
}

const adding = ({ albumId, postId, userId: actorId, addedAt }: Place, userId: string) => ({
  userId,
  actorId,
  topic: `album:${albumId}:${addedAt.slice(0, 10)}`,
  factId: postId,
})

/** Also of an album that is being erased. */
async function ownerOf(albumId: string): Promise<string | undefined> {
  const album = (await Album.albumRows([albumId])).get(albumId)
  return album?.userId ?? (await table().albumGone.get({ albumId }).go({ consistent: true })).data?.userId
}
