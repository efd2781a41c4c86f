import { z } from "zod"
import type { SiteClient } from "../../core/client"
import { pageOf } from "../../core/page.schema"
import { missingAlbums } from "./albums"
import { entries, titleOf } from "./demo"
import { followedTags, follows, likes, saves } from "./life"
import type { PhotoName } from "./photos"
import { missingWords } from "./words"

/** Something that one of the people does, and who it was, for a bar. */
export type Deed = { by: string; act: () => Promise<unknown> }
export type Clients = ReadonlyMap<string, SiteClient>

/**
 * What is missing of how the demo people live with each other's posts: whom they follow, what they like, keep and say.
 * Only looks; nothing is done before a deed is called. Deeds go in order: answers come after what they answer.
 * @throws SiteProblem
 */
export async function missingDeeds(clients: Clients): Promise<Deed[]> {
  const posts = await postsSeen(clients)
  return [
    ...(await missingFollows(clients)),
    ...missingMarks(clients, posts),
    ...(await missingWords(clients, posts)),
    ...(await missingAlbums(clients, posts)),
  ]
}

async function missingFollows(clients: Clients): Promise<Deed[]> {
  const deeds: Deed[] = []
  for (const [by, client] of clients) {
    const followed = await client.get(`/api/users/${by}/following?limit=50`, People)
    const known = followed.items.map(({ handle }) => handle)
    for (const whom of (follows[by] ?? []).filter((handle) => !known.includes(handle)))
      deeds.push({ by, act: () => client.put(`/api/users/${whom}/follow`) })
    const tags = await client.get("/api/me/tags", Tags)
    const tag = followedTags[by]
    if (tag && !tags.items.some((item) => item.tag === tag))
      deeds.push({ by, act: () => client.put(`/api/tags/${encodeURIComponent(tag)}/follow`) })
  }
  return deeds
}

function missingMarks(clients: Clients, posts: Posts): Deed[] {
  const deeds: Deed[] = []
  for (const { photo, seenBy } of posts) {
    for (const [by, client] of clients) {
      const post = seenBy.get(by)
      if (!post) continue
      const { id, viewer } = post
      if (likes[photo]?.includes(by) && !viewer.liked)
        deeds.push({ by, act: () => client.put(`/api/posts/${id}/like`) })
      if (saves[photo]?.includes(by) && !viewer.saved)
        deeds.push({ by, act: () => client.put(`/api/posts/${id}/bookmark`) })
    }
  }
  return deeds
}

/** The demo posts, oldest first, each as every one of the people sees it. */
export type Posts = { photo: PhotoName; by: string; seenBy: Map<string, z.output<typeof Post>> }[]

async function postsSeen(clients: Clients): Promise<Posts> {
  const found = new Map<string, Posts[number]["seenBy"]>()
  for (const [reader, client] of clients) {
    for (const author of clients.keys()) {
      for (const post of await client.list(`/api/users/${author}/posts`, Post)) {
        const key = `${author} ${titleOf(post.caption)}`
        found.set(key, (found.get(key) ?? new Map()).set(reader, post))
      }
    }
  }
  return entries.flatMap(({ by, caption, photo }) => {
    const seenBy = found.get(`${by} ${titleOf(caption)}`)
    return seenBy ? [{ photo, by, seenBy }] : []
  })
}

const Post = z.object({
  id: z.string(),
  caption: z.string(),
  viewer: z.object({ liked: z.boolean(), saved: z.boolean() }),
})
const People = pageOf(z.object({ handle: z.string() }))
const Tags = z.object({ items: z.array(z.object({ tag: z.string() })) })
