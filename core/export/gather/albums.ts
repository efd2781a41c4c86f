import { table } from "../../table"
import type { ArchivedAlbum } from "../manifest.schema"
import { all, each, type Rows } from "./rows"

/** One's own albums as they lie in one another, called by their place in the order they were made. */
export async function albumsOf(rows: Rows, own: ReadonlyMap<string, string>) {
  const found = await rows.albums()
  const keyOf = ({ createdAt, title }: (typeof found)[number]) => `${createdAt} ${title}`
  const inOrder = found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const named = new Map(inOrder.map(({ albumId }, at) => [albumId, `album-${at + 1}`]))
  const albums = await each(inOrder, async (row): Promise<ArchivedAlbum> => {
    const { albumId, parentId, title, description, visibility, order, coverPostId, createdAt } = row
    const items = await all((page) => table().albumItem.query.byRank({ albumId }).go(page))
    const posts = items.flatMap(({ postId }) => own.get(postId) ?? [])
    const parent = parentId && named.get(parentId)
    const cover = coverPostId && own.get(coverPostId)
    return {
      id: named.get(albumId) ?? "",
      ...(parent ? { parent } : {}),
      title,
      description,
      visibility,
      order,
      ...(cover ? { cover } : {}),
      posts: order === "hand" ? posts : posts.sort((a, b) => placeOf(a) - placeOf(b)),
      createdAt,
    }
  })
  return { albums, named }
}

const placeOf = (id: string) => Number(id.slice("post-".length))
