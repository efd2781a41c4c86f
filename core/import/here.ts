import { firstIdAt, timeOf } from "../id"
import { Photo } from "../photo"
import { Post } from "../post"
import { table } from "../table"
import type { ImportRow } from "./import"

type Whose = Pick<ImportRow, "importId" | "userId">

/** Ids are minted a little before the time is written down, in milliseconds. */
const before = 1000
const most = 100

const around = (noun: "post" | "album" | "draft", at: number) =>
  [firstIdAt(noun, at - before), firstIdAt(noun, at + 1)] as const

/** Photos that an import takes in have ids of its own time. */
export const isOf = ({ importId }: Whose, photoId: string) => timeOf(photoId) === timeOf(importId)

/**
 * What a person has in posts of exactly one moment: an archive of theirs that is brought in once more has it again. What
 * the import itself made does not count.
 * @returns the posts by the SHA-256 of their photos
 */
export async function postsHere(whose: Whose, at: number): Promise<Map<string, string>> {
  const [above, below] = around("post", at)
  const posts = (await Post.newestOf(whose.userId, most, { above, below })).filter(
    ({ createdAt, photos }) =>
      Date.parse(createdAt) === at && !photos.some(({ photoId }) => isOf(whose, photoId)),
  )
  const ids = posts.flatMap(({ photos }) => photos.map(({ photoId }) => photoId))
  const bytes = new Map((await Photo.rows(ids)).map(({ photoId, sha256 }) => [photoId, sha256]))
  return new Map(
    posts.flatMap(({ postId, photos }) =>
      photos.flatMap(({ photoId }) => {
        const sha256 = bytes.get(photoId)
        return sha256 ? [[sha256, postId] as const] : []
      }),
    ),
  )
}

/** Whether a person has a draft of this moment with these words that the import did not make. */
export async function isDraftHere(whose: Whose, draft: { createdAt: string; caption: string }) {
  const [from, to] = around("draft", Date.parse(draft.createdAt))
  const drafts = table().draft.query.byUser({ userId: whose.userId })
  const { data } = await drafts.between({ draftId: from }, { draftId: to }).go({ limit: most, count: most })
  return data.some(
    ({ createdAt, caption, photos }) =>
      createdAt === draft.createdAt &&
      caption === draft.caption &&
      !photos.some(({ photoId }) => isOf(whose, photoId)),
  )
}

/** @returns the albums that a person has of this moment and title */
export async function albumsHere(
  { userId }: Whose,
  album: { createdAt: string; title: string },
): Promise<string[]> {
  const [from, to] = around("album", Date.parse(album.createdAt))
  const albums = table().album.query.byUser({ userId })
  const { data } = await albums.between({ albumId: from }, { albumId: to }).go({ limit: most, count: most })
  return data
    .filter(({ createdAt, title }) => createdAt === album.createdAt && title === album.title)
    .map(({ albumId }) => albumId)
}
