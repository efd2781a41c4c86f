import { z } from "zod"
import type { CreateAlbum } from "../../core/album/album.schema"
import type { Clients, Deed, Posts } from "./live"

type DemoAlbum = Pick<z.output<typeof CreateAlbum>, "title" | "description" | "visibility"> & {
  by: string
  /** How many of the owner's posts it holds, the oldest first. */
  holds: number
  /** The title of the album that it lies in. */
  inside?: string
  members?: Record<string, "viewer" | "contributor" | "manager">
}

/** What the demo people put together. Those inside others come after them. */
export const albums: readonly DemoAlbum[] = [
  {
    by: "yamamichi",
    title: "稜線の四季 / Ridge lines, four seasons",
    description: "森林限界の上で過ごした日々。晴れたのは、そのうち少しだけ。",
    visibility: "public",
    holds: 6,
    members: { kotoha: "contributor", tern_and_wren: "viewer" },
  },
  {
    by: "yamamichi",
    title: "水のほとり / By the water",
    description: "",
    visibility: "public",
    holds: 2,
    inside: "稜線の四季 / Ridge lines, four seasons",
  },
  {
    by: "tern_and_wren",
    title: "Birds before breakfast",
    description: "Whatever sat still long enough.",
    visibility: "public",
    holds: 4,
  },
  {
    by: "kotoha",
    title: "冬の便り",
    description: "まだ途中です。",
    visibility: "private",
    holds: 3,
    members: { yamamichi: "manager" },
  },
]

/** The albums that are not there yet, each made, filled and shared in one go. */
export async function missingAlbums(clients: Clients, posts: Posts): Promise<Deed[]> {
  const known = new Map<string, Set<string>>()
  for (const by of new Set(albums.map((album) => album.by))) {
    const found = (await clients.get(by)?.list("/api/albums", Titled)) ?? []
    known.set(by, new Set(found.map(({ title }) => title)))
  }
  const missing = albums.filter(({ by, title }) => clients.has(by) && !known.get(by)?.has(title))
  return missing.map((album) => ({ by: album.by, act: () => make(clients, posts, album) }))
}

async function make(clients: Clients, posts: Posts, album: DemoAlbum): Promise<void> {
  const { by, holds, inside, members = {}, ...words } = album
  const client = clients.get(by)
  if (!client) return
  const own = inside === undefined ? [] : await client.list("/api/albums", Titled)
  const parentId = own.find(({ title }) => title === inside)?.id
  const { id } = await client.send(
    "POST",
    "/api/albums",
    { ...words, ...(parentId ? { parentId } : {}) },
    Titled,
  )
  const postIds = posts
    .filter((post) => post.by === by)
    .flatMap(({ seenBy }) => seenBy.get(by)?.id ?? [])
    .slice(0, holds)
  if (postIds.length > 0) await client.send("POST", `/api/albums/${id}/items`, { postIds }, z.unknown())
  for (const [handle, role] of Object.entries(members))
    await client.send("POST", `/api/albums/${id}/members`, { handle, role }, z.unknown())
}

const Titled = z.object({ id: z.string(), title: z.string() })
