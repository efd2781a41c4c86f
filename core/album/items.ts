import type { Actor } from "../actor"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Post } from "../post"
import type { PostView } from "../post/post.schema"
import { table } from "../table"
import { listOf } from "../table/list"
import { AlbumPage } from "./album.schema"
import type { AlbumRow } from "./lineage"
import { reach } from "./reach"

/** A post's place in an album. */
export type Place = { postId: string; rank: string; userId: string; addedAt: string }

/**
 * The posts of an album in its order: to its owner and members all of them, to others those that they would see anyway.
 * @throws AppError `not_found`
 */
export const items = operation(AlbumPage, async (actor, { albumId, ...page }): Promise<Page<PostView>> => {
  const { row, role } = await reach(actor, albumId)
  return itemsPage(actor, row, page, role !== undefined)
})

type Wanted = { limit: number; cursor?: string | undefined }

/**
 * One page of an album's posts. What it costs does not depend on how many there are.
 * @param given whether the album opens its posts to the actor: a member, or who came through a link to it
 */
export async function itemsPage(
  actor: Actor,
  album: Pick<AlbumRow, "albumId" | "order">,
  page: Wanted,
  given: boolean,
): Promise<Page<PostView>> {
  return listOf<Place, PostView>({
    list: `album-${album.albumId}-${album.order}`,
    page,
    read: (before, count) => placesAfter(album, before, count),
    idOf: (place) => positionOf(album.order, place),
    show: async (places) => {
      const ids = places.map(({ postId }) => postId)
      const rows = await Post.byIds(ids)
      return Post.views(actor, rows, given ? { given: new Set(ids) } : {})
    },
  })
}

/** Where the reader of a list stands; a rank has no blank in it. */
export const positionOf = (order: AlbumRow["order"], { rank, postId }: Pick<Place, "rank" | "postId">) =>
  order === "hand" ? `${rank} ${postId}` : postId

/**
 * Up to so many places of an album in its order, beyond a position.
 * @param backwards reads them from the end on instead
 */
export async function placesAfter(
  { albumId, order }: Pick<AlbumRow, "albumId" | "order">,
  position: string | undefined,
  count: number,
  backwards = false,
): Promise<Place[]> {
  if (order === "hand") return ranked(albumId, position, count, backwards)
  const places = table().albumPlace.query.byDate({ albumId })
  const upwards = (order === "oldest") !== backwards
  const beyond =
    position === undefined
      ? places
      : upwards
        ? places.gt({ postId: position })
        : places.lt({ postId: position })
  return (await beyond.go({ order: upwards ? "asc" : "desc", limit: count, count })).data
}

/** Ranks are letters and digits: the blank is below them all, `~` above. */
async function ranked(albumId: string, position: string | undefined, count: number, backwards: boolean) {
  const [rank = "", postId = ""] = position?.split(" ") ?? []
  const all = table().albumItem.query.byRank({ albumId })
  const between =
    position === undefined
      ? all
      : backwards
        ? all.between({ rank: " ", postId: "" }, { rank, postId })
        : all.between({ rank, postId }, { rank: "~", postId: "" })
  const more = count + (position === undefined ? 0 : 1)
  // The position itself belongs to what is between.
  const { data } = await between.go({
    order: backwards ? "desc" : "asc",
    limit: more,
    count: more,
    consistent: true,
  })
  return data.filter((place) => positionOf("hand", place) !== position).slice(0, count)
}

/** Whether a post is in an album. One strongly consistent read. */
export async function holds(albumId: string, postId: string): Promise<boolean> {
  return (await placeOf(albumId, postId)) !== undefined
}

export async function placeOf(albumId: string, postId: string) {
  const { data } = await table().albumPlace.get({ albumId, postId }).go({ consistent: true })
  return data ?? undefined
}
