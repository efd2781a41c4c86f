import { z } from "zod"
import type { SiteClient } from "../../core/client"
import type { Clients, Deed, Posts } from "./live"
import { type DemoWords, talk } from "./talk"

/** What is missing of the talk under the demo posts, with the hearts that it gets. Only looks. @throws SiteProblem */
export async function missingWords(clients: Clients, posts: Posts): Promise<Deed[]> {
  const deeds: Deed[] = []
  for (const { photo, seenBy } of posts) {
    for (const { replies = [], ...comment } of talk[photo] ?? []) {
      const under = `/api/posts/${seenBy.get(comment.by)?.id}/comments`
      const place = await says(clients, deeds, comment, () => under)
      for (const reply of replies)
        await says(clients, deeds, reply, () => place.id && `/api/comments/${place.id}/replies`)
    }
  }
  return deeds
}

/** Where something is said: it has an id once it is there. */
type Place = { id?: string }

/** Adds what is missing of one comment: its words, and who likes it. */
async function says(clients: Clients, deeds: Deed[], words: DemoWords, list: () => string | undefined) {
  const { by, text, likedBy = [] } = words
  const find = async (client: SiteClient) => {
    const path = list()
    const all = path ? await client.list(path, Comment) : []
    return all.find((one) => one.author.handle === by && one.text === text)
  }
  const client = clientOf(clients, by)
  const there = await find(client)
  const place: Place = { id: there?.id }
  if (!there) {
    const act = async () => {
      place.id = (await client.send("POST", list() ?? "", { text }, Written)).id
    }
    deeds.push({ by, act })
  }
  for (const liker of likedBy) {
    const likerClient = clientOf(clients, liker)
    const isLiked = there && (await find(likerClient))?.viewer.liked
    if (!isLiked) deeds.push({ by: liker, act: () => likerClient.put(`/api/comments/${place.id}/like`) })
  }
  return place
}

function clientOf(clients: Clients, handle: string) {
  const client = clients.get(handle)
  if (!client) throw new Error(`The demo data has no person "${handle}".`)
  return client
}

const Written = z.object({ id: z.string() })
const Comment = Written.extend({
  author: z.object({ handle: z.string() }),
  text: z.string(),
  viewer: z.object({ liked: z.boolean() }),
})
