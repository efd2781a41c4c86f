import { Photo } from "../../photo"
import { Post } from "../../post"
import { table } from "../../table"
import { hashOf } from "../canonical"
import type { ArchivedDraft, ArchivedPost } from "../manifest.schema"
import { all, each, type Rows } from "./rows"

/** An original that goes into the archive. */
export type Original = { path: string; photo: Photo.PhotoRow }

const endings: Record<string, string> = { jpeg: "jpg" }
export const endingOf = ({ kind = "jpeg" }: Photo.PhotoRow) => endings[kind] ?? kind

type Held = { photoId: string; altText: string }

/** One's posts and drafts in the order they were made, called by their place in it, and their originals. */
export async function postsOf(rows: Rows) {
  const [posts, allDrafts] = await Promise.all([rows.posts(), rows.drafts()])
  const drafts = allDrafts.filter(({ postId }) => !postId)
  const ids = [...posts, ...drafts].flatMap(({ photos }) => photos.map(({ photoId }) => photoId))
  const photos = new Map((await Photo.rows([...new Set(ids)])).map((row) => [row.photoId, row]))
  const originals: Original[] = []

  /** The ready photos of a post or draft, which are then in the archive. */
  const archived = (id: string, held: readonly Held[]) =>
    held.flatMap(({ photoId, altText }, at) => {
      const photo = photos.get(photoId)
      if (photo?.state !== "ready") return []
      const file = `photos/${id}-${at + 1}.${endingOf(photo)}`
      originals.push({ path: file, photo })
      const { width, height } = photo
      return [{ file, altText, ...(width ? { width } : {}), ...(height ? { height } : {}) }]
    })
  /** What was made in the same moment is told apart by what it is, not by an id that another account would not have. */
  const inOrder = <Row extends { createdAt: string; caption: string; photos: Held[] }>(of: Row[]) => {
    const keyed = of.map((row) => ({
      row,
      key: `${row.createdAt} ${hashOf([row.caption, row.photos.map(({ photoId }) => photos.get(photoId)?.sha256)])}`,
    }))
    return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row)
  }

  const own = new Map<string, string>()
  const archivedPosts = await each(
    inOrder(posts),
    async (row): Promise<[string, Omit<ArchivedPost, "id">]> => {
      const { caption, visibility, license, contentWarning, commentsAllowed, createdAt, editedAt } = row
      const content = {
        caption,
        visibility,
        license,
        ...(contentWarning ? { contentWarning } : {}),
        commentsAllowed,
        ...Post.choiceOf(row.photos),
        photos: [],
        createdAt,
        ...(editedAt ? { editedAt } : {}),
        earlier: editedAt ? await earlierOf(row.postId) : [],
      }
      return [row.postId, content]
    },
  )
  const held = new Map(posts.map((row) => [row.postId, row.photos]))
  const named = archivedPosts.map(([postId, content], at): ArchivedPost => {
    const id = `post-${at + 1}`
    own.set(postId, id)
    return { id, ...content, photos: archived(id, held.get(postId) ?? []) }
  })
  const waiting = inOrder(drafts).map((row, at): ArchivedDraft => {
    const id = `draft-${at + 1}`
    const { caption, visibility, license = "all_rights_reserved", contentWarning, commentsAllowed } = row
    return {
      id,
      caption,
      visibility,
      license,
      ...(contentWarning ? { contentWarning } : {}),
      commentsAllowed,
      showCamera: row.showCamera ?? false,
      location: row.location ?? "off",
      photos: archived(id, row.photos),
      createdAt: row.createdAt,
      // What waits for nothing but its photos is kept as well until it is posted.
      saved: !row.publishAt,
      ...(row.publishAt ? { publishAt: row.publishAt } : {}),
    }
  })
  return { posts: named, drafts: waiting, own, originals }
}

async function earlierOf(postId: string) {
  const edits = await all((page) => table().postEdit.query.byPost({ postId }).go(page))
  return edits.map(({ caption, createdAt }) => ({ caption, until: createdAt }))
}
