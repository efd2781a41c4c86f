import { Album } from "../../core/album"
import { Share } from "../../core/share"
import { givenAlbum, joins } from "../albums"
import type { Row, World } from "./row"

/** A public album of the other's with their post in it. */
const theirs = async ({ other, post }: World) =>
  (await givenAlbum(other, { visibility: "public", posts: [post.id] })).id

/** An album of somebody whom both know, that both are in. */
async function both({ me, other, third, post }: World) {
  const { id } = await givenAlbum(third)
  await joins(third, id, me)
  await joins(third, id, other, "contributor")
  await Album.addItems(other, { albumId: id, postIds: [post.id] })
  return id
}

const around = async (world: World) => {
  const id = await theirs(world)
  await givenAlbum(world.other, { visibility: "public", parentId: id })
  return id
}

/** Links are of the other: what they open is, too. */
const link = async (world: World) => {
  const albumId = await theirs(world)
  const { url = "" } = await Share.createForAlbum(world.other, { albumId, comments: true })
  return url.split("/s/")[1]
}

export const albums: readonly Row[] = [
  { endpoint: "GET /api/albums/{albumId}", where: (_, id) => `GET /api/albums/${id}`, before: theirs },
  {
    endpoint: "GET /api/albums/{albumId}/albums",
    where: (_, id) => `GET /api/albums/${id}/albums`,
    before: around,
  },
  {
    endpoint: "GET /api/albums/{albumId}/items",
    where: (_, id) => `GET /api/albums/${id}/items`,
    before: both,
  },
  {
    endpoint: "GET /api/albums/{albumId}/members",
    where: (_, id) => `GET /api/albums/${id}/members`,
    before: both,
  },
  {
    endpoint: "GET /api/users/{handle}/albums",
    where: ({ other }) => `GET /api/users/${other.handle}/albums`,
    before: theirs,
  },
  {
    endpoint: "GET /api/posts/{postId}/albums",
    where: ({ post }) => `GET /api/posts/${post.id}/albums`,
    before: theirs,
    names: () => "Winter in Hakodate",
  },
  { endpoint: "GET /api/s/{token}", where: (_, token) => `GET /api/s/${token}`, before: link },
  { endpoint: "GET /api/s/{token}/items", where: (_, token) => `GET /api/s/${token}/items`, before: link },
  {
    endpoint: "GET /api/s/{token}/posts/{postId}",
    where: ({ post }, token) => `GET /api/s/${token}/posts/${post.id}`,
    before: link,
  },
]
