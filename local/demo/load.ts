import { readFile } from "node:fs/promises"
import path from "node:path"
import { z } from "zod"
import { pageOf } from "../../core/page.schema"
import { accounts, type DemoAccount, entries } from "./demo"
import { SiteClient } from "./site-client"
import { type Patience, SiteProblem } from "./site-http"

/** How far it is, for a bar. `advance` says what was just done. */
export interface LoadProgress extends Patience {
  start(steps: number): void
  advance(done: string): void
}

/**
 * Puts the demo data into a running site as its people would: sign up, upload, publish. What is there stays
 * as it is, so a second run adds nothing and a broken one goes on where it stopped.
 * @param site the site's origin
 * @returns how many posts were added
 * @throws SiteProblem when the site refuses a step
 */
export async function loadDemo(site: string, progress: LoadProgress): Promise<number> {
  const clients = new Map<string, SiteClient>()
  const there = new Map<string, There>()
  for (const account of accounts) {
    const client = new SiteClient(site, progress)
    clients.set(account.handle, client)
    there.set(account.handle, await enter(client, account))
  }
  const missing = entries.filter((entry) => !there.get(entry.by)?.captions.has(entry.caption))
  const faceless = accounts.filter(({ handle }) => !there.get(handle)?.hasAvatar)
  progress.start(missing.reduce((steps, entry) => steps + entry.photos.length + 1, faceless.length))

  // All photos first: the site makes the variants of one while the next is on its way.
  const uploads = []
  for (const entry of missing) {
    const client = clientOf(clients, entry.by)
    const photos = []
    for (const { fileName, altText } of entry.photos) {
      photos.push({ photoId: await client.upload(fileName, await bytesOf(fileName)), altText })
      progress.advance(fileName)
    }
    uploads.push({ entry, client, photos })
  }
  for (const { entry, client, photos } of uploads) {
    await client.publish({ photos, caption: entry.caption, visibility: "public", commentsAllowed: true })
    progress.advance(`a post by ${entry.by}`)
  }
  // Last: the site has these files by now and only copies them.
  for (const { handle, avatar } of faceless) {
    const client = clientOf(clients, handle)
    const { photo, ...point } = avatar
    const photoId = await client.upload(`${photo}.jpg`, await bytesOf(`${photo}.jpg`))
    await client.setAvatar({ photoId, ...point })
    progress.advance(`the face of ${handle}`)
  }
  return missing.length
}

/** What somebody has on the site: the captions of what is published or will be, and whether a photo beside the name. */
type There = { captions: Set<string>; hasAvatar: boolean }

const bytesOf = async (fileName: string) =>
  new Uint8Array(await readFile(path.join(import.meta.dirname, "photos", fileName)))

/** Signs in, after signing up where there is no such account. */
async function enter(client: SiteClient, account: DemoAccount): Promise<There> {
  const { handle, email, password, name, bio } = account
  if (!(await captionsOf(client, handle))) await client.signUp({ handle, email, password, name })
  await client.signIn(account)
  const { avatar } = await client.send("PATCH", "/api/me", { bio }, Me)
  // Drafts first: one that is published meanwhile is among the posts.
  const drafts = await client.get("/api/me/drafts", Drafts)
  const posts = await captionsOf(client, handle)
  const captions = new Set([...drafts.items.map(({ caption }) => caption), ...(posts ?? [])])
  return { captions, hasAvatar: avatar !== undefined }
}

const Me = z.object({ avatar: z.unknown().optional() })

const Drafts = z.object({ items: z.array(z.object({ caption: z.string() })) })

const Captions = pageOf(z.object({ caption: z.string() }))

/** The captions of a person's posts; undefined when there is nobody of this handle. */
async function captionsOf(client: SiteClient, handle: string) {
  const captions = new Set<string>()
  try {
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
      const page: z.output<typeof Captions> = await client.get(
        `/api/users/${handle}/posts?limit=50${query}`,
        Captions,
      )
      for (const post of page.items) captions.add(post.caption)
      cursor = page.nextCursor
    }
    return captions
  } catch (error) {
    if (error instanceof SiteProblem && error.status === 404) return undefined
    throw error
  }
}

function clientOf(clients: Map<string, SiteClient>, handle: string) {
  const client = clients.get(handle)
  if (!client) throw new Error(`The demo data has no person "${handle}".`)
  return client
}
