import { createHash } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"
import { SiteClient } from "../client"
import { pageOf } from "../page.schema"
import { PhotoView } from "../photo/photo.schema"
import { PostView } from "../post/post.schema"
import { account } from "./account"
import type { Journey } from "./canary.schema"
import { newPicture } from "./picture"
import { recorder } from "./recorder"

export type PlayOptions = {
  password: string
  /** Milliseconds that all of it may take. */
  patience?: number
  /** Milliseconds between two looks at what takes a while. */
  pollEvery?: number
}

const Posts = pageOf(PostView)

/** Milliseconds that cleaning up may take, after all the rest. */
const cleanUpPatience = 20_000

/**
 * Does over HTTP what people come for, as somebody who has an account and as somebody who has none, and takes away what
 * it made. What stays is one public post, which visitors read: making it anew would cost an invalidation of the CDN
 * every time.
 * @param site the site's origin
 * @returns how each journey went; it never throws
 */
export async function play(site: string, options: PlayOptions): Promise<Journey[]> {
  const { password, patience = 90_000, pollEvery = 500 } = options
  let signal = AbortSignal.timeout(patience)
  const http = {
    get signal() {
      return signal
    },
    pollEvery,
    longestWait: 10,
    longestProcessing: patience,
    // Every few minutes from the same place: it is one device.
    device: createHash("sha256").update(`canary ${password}`).digest("base64url").slice(0, 22),
  }
  const [member, visitor] = [new SiteClient(site, http), new SiteClient(site, http)]
  const { journeys, journey } = recorder()

  const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
    for (;;) {
      const found = await look()
      if (found !== undefined) return found
      await sleep(pollEvery, undefined, { signal })
    }
  }
  const ownPosts = async () => (await member.get(`/api/users/${account.handle}/posts?limit=50`, Posts)).items
  /** Reads the smallest file of a photo, and looks whether it is one. */
  const seen = async (client: SiteClient, post: PostView) => {
    const [variant] = post.photos.flatMap(({ variants }) => variants)
    const picture = await client.fetch(variant?.url ?? "")
    if (!picture.headers.get("content-type")?.startsWith("image/")) throw new Error("no picture was served")
    if ((await picture.arrayBuffer()).byteLength === 0) throw new Error("an empty picture was served")
  }
  const upload = () => member.upload("canary.jpg", newPicture())

  const isIn = await journey("sign in", async () => {
    await member.signIn({ email: account.email, password })
    await member.get("/api/me", z.object({ handle: z.literal(account.handle) }))
    return true
  })
  const photoId = await journey("upload", isIn && upload)
  const isReady = await journey(
    "process",
    photoId &&
      (() =>
        until(async () => {
          const photo = await member.get(`/api/photos/${photoId}`, PhotoView)
          if (photo.state === "failed" || photo.state === "quarantined")
            throw new Error(`the photo is ${photo.state}`)
          return photo.state === "ready" || undefined
        })),
  )
  await journey(
    "feed",
    isReady &&
      (async () => {
        const post = await member.publish({ photos: [{ photoId: photoId ?? "" }], visibility: "private" })
        const shown = await until(async () => {
          const { items } = await member.get("/api/feed/home", Posts)
          return items.find(({ id }) => id === post.id)
        })
        await seen(member, shown)
        return true
      }),
  )
  await journey(
    "share",
    isIn &&
      (async () => {
        const standing = (await ownPosts()).find(({ visibility }) => visibility === "public")
        const { id } =
          standing ?? (await member.publish({ photos: [{ photoId: await upload() }], caption: "A canary" }))
        const post = await visitor.get(`/api/posts/${id}`, PostView)
        await seen(visitor, post)
        for (const page of ["/", `/p/${id}`]) {
          const html = await (await visitor.fetch(page)).text()
          if (!html.includes("</html>")) throw new Error(`${page} is no page`)
        }
        return true
      }),
  )
  // Also when the time is up.
  signal = AbortSignal.timeout(cleanUpPatience)
  await journey(
    "clean up",
    isIn &&
      (async () => {
        // What earlier runs were kept from taking away, too.
        const gone = (await ownPosts()).filter(({ visibility }) => visibility !== "public")
        for (const { id } of gone) await member.send("DELETE", `/api/posts/${id}`, undefined, z.unknown())
        await signOut(member)
        return true
      }),
  )
  return journeys
}

const Sessions = z.object({ items: z.array(z.object({ id: z.string(), current: z.boolean() })) })

async function signOut(member: SiteClient) {
  const { items } = await member.get("/api/me/sessions", Sessions)
  const current = items.find((session) => session.current)
  if (current) await member.send("DELETE", `/api/me/sessions/${current.id}`, undefined, z.unknown())
}
