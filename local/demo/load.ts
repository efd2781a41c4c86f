import { readFile } from "node:fs/promises"
import path from "node:path"
import { z } from "zod"
import { type Patience, SiteClient, SiteProblem } from "../../core/client"
import { accounts, type DemoAccount, entries, titleOf } from "./demo"
import { missingDeeds } from "./live"

/** How far it is, for a bar: one for the posts, then one for what people do with them. `advance` says what was just done. */
export interface LoadProgress extends Patience {
  start(steps: number, stage: "posts" | "life"): void
  advance(done: string): void
}

/**
 * Puts the demo data into a running site as its people would: sign up, upload, publish; then follow, like, keep and
 * say something kind. What is there stays as it is, so a second run adds nothing and a broken one goes on where it
 * stopped.
 * @param site the site's origin
 * @returns how many posts were added, and how many follows, likes, comments and so on
 * @throws SiteProblem when the site refuses a step
 */
export async function loadDemo(
  site: string,
  progress: LoadProgress,
): Promise<{ posts: number; deeds: number }> {
  const clients = new Map<string, SiteClient>()
  const there = new Map<string, There>()
  for (const account of accounts) {
    const client = new SiteClient(site, progress)
    clients.set(account.handle, client)
    there.set(account.handle, await enter(client, account))
  }
  const missing = entries.filter((entry) => !there.get(entry.by)?.titles.has(titleOf(entry.caption)))
  const faceless = accounts.filter(({ handle }) => !there.get(handle)?.hasAvatar)
  progress.start(
    missing.reduce((steps, entry) => steps + entry.photos.length + 1, faceless.length),
    "posts",
  )

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
    const { caption, contentWarning, license } = entry
    const open = { visibility: "public", commentsAllowed: true } as const
    await client.publish({ photos, caption, contentWarning, license, ...open })
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

  const deeds = await missingDeeds(clients)
  progress.start(deeds.length, "life")
  for (const { by, act } of deeds) {
    await act()
    progress.advance(`something by ${by}`)
  }
  return { posts: missing.length, deeds: deeds.length }
}

/** What somebody has on the site: the titles of what is published or will be, and whether a photo beside the name. */
type There = { titles: Set<string>; hasAvatar: boolean }

const bytesOf = async (fileName: string) =>
  new Uint8Array(await readFile(path.join(import.meta.dirname, "photos", fileName)))

/** Signs in, after signing up where there is no such account. */
async function enter(client: SiteClient, account: DemoAccount): Promise<There> {
  const { handle, email, password, name, bio } = account
  if (!(await titlesOf(client, handle))) await client.signUp({ handle, email, password, name })
  await client.signIn(account)
  const { avatar } = await client.send("PATCH", "/api/me", { bio }, Me)
  // Drafts first: one that is published meanwhile is among the posts.
  const drafts = await client.get("/api/me/drafts", Drafts)
  const posts = await titlesOf(client, handle)
  const titles = new Set([...drafts.items.map(({ caption }) => titleOf(caption)), ...(posts ?? [])])
  return { titles, hasAvatar: avatar !== undefined }
}

const Me = z.object({ avatar: z.unknown().optional() })

const Captioned = z.object({ caption: z.string() })
const Drafts = z.object({ items: z.array(Captioned) })

/** The first lines of a person's posts; undefined when there is nobody of this handle. */
async function titlesOf(client: SiteClient, handle: string) {
  try {
    const posts = await client.list(`/api/users/${handle}/posts`, Captioned)
    return posts.map(({ caption }) => titleOf(caption))
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
