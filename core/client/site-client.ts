import { createHash } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"
import { Publication } from "../draft/draft.schema"
import { pageOf } from "../page.schema"
import { PhotoState } from "../photo/photo.schema"
import { SignedParts, type Upload, UploadView } from "../photo/upload.schema"
import type { CreatePost, PostView } from "../post/post.schema"
import type { SetAvatar } from "../user/user.schema"
import { CookieJar, fetchPatiently, type Patience, SiteProblem } from "./site-http"

export interface ClientOptions extends Patience {
  /** Milliseconds between two looks at photos in work. */
  pollEvery?: number
  /** The longest, in milliseconds, that the photos of a post may take. */
  longestProcessing?: number
  /** What the site is to know this program by, 22 letters of base64url; without, each sign-in is from a new device. */
  device?: string
}

/** One person at the site's own API, over plain HTTP: what a browser does, without the browser. */
export class SiteClient {
  readonly #jar = new CookieJar()
  readonly #site: string
  readonly #options: ClientOptions

  /** @param site the site's origin, as people see it */
  constructor(site: string, options: ClientOptions = {}) {
    this.#site = new URL(site).origin
    this.#options = options
    if (options.device) this.#jar.keepDevice(options.device)
  }

  /** Reads `path` and parses the answer. Throws SiteProblem. */
  async get<T>(path: string, answer: z.ZodType<T>): Promise<T> {
    return answer.parse(await (await this.#request(path, {})).json())
  }

  /** Reads all pages of the list at `path`. Throws SiteProblem. */
  async list<T>(path: string, item: z.ZodType<T>): Promise<T[]> {
    const page = pageOf(item)
    const items: T[] = []
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query = new URLSearchParams({ limit: "50", ...(cursor ? { cursor } : {}) })
      const { items: some, nextCursor }: z.output<typeof page> = await this.get(`${path}?${query}`, page)
      items.push(...some)
      cursor = nextCursor
    }
    return items
  }

  /** Says that something is so; twice is once. Throws SiteProblem. */
  async put(path: string) {
    await this.send("PUT", path, {}, z.unknown())
  }

  /** Writes `body` to `path` and gives the parsed answer. Throws SiteProblem. */
  async send<T>(
    method: "POST" | "PATCH" | "PUT" | "DELETE",
    path: string,
    body: unknown,
    answer: z.ZodType<T>,
  ): Promise<T> {
    const headers = { "Content-Type": "application/json", Origin: this.#site }
    const response = await this.#request(path, { method, headers, body: JSON.stringify(body) })
    const text = await response.text()
    return answer.parse(text ? JSON.parse(text) : undefined)
  }

  /** Reads a page, a picture, or whatever a path or address of the site leads to. Throws SiteProblem. */
  async fetch(path: string): Promise<Response> {
    return this.#request(path, {})
  }

  /** Makes an account. The answer is the same for an address that has one already. Throws SiteProblem. */
  async signUp(account: { handle: string; email: string; password: string; name?: string }) {
    await this.send("POST", "/api/account", { ...account, ageConfirmed: true }, z.unknown())
  }

  /** Signs in and keeps the session's cookie. Throws SiteProblem `unauthenticated` when the site does not agree. */
  async signIn({ email, password }: { email: string; password: string }) {
    const { csrfToken } = await this.get("/api/auth/csrf", z.object({ csrfToken: z.string() }))
    const body = new URLSearchParams({ csrfToken, email, password, json: "true" })
    try {
      await this.#request("/api/auth/callback/credentials", { method: "POST", body })
    } catch (error) {
      if (!(error instanceof SiteProblem) || error.status !== 401) throw error
      // next-auth answers with the address of its error page, which names the fault.
      const fault = /[?&]error=([^&"]+)/.exec(error.message)?.[1] ?? error.message
      throw new SiteProblem(401, "unauthenticated", `${email} cannot sign in with this password: ${fault}.`)
    }
  }

  /**
   * Sends a file to storage, unless this person has it there already.
   * @returns the photo's id
   * @throws SiteProblem
   */
  async upload(fileName: string, bytes: Uint8Array<ArrayBuffer>, contentType = "image/jpeg") {
    const offer = { fileName, contentType, byteLength: bytes.byteLength, sha256: sha256Of(bytes) }
    const answer = await this.send("POST", "/api/uploads", offer, UploadView)
    if ("duplicate" in answer) return answer.photoId
    const { photoId, upload } = answer
    if (upload.kind === "multipart") await this.#sendParts(photoId, bytes, upload.partSize)
    else await this.#sendForm(upload, new Blob([bytes], { type: contentType }), fileName)
    return photoId
  }

  async #sendForm({ url, fields }: Upload & { kind: "post" }, file: Blob, fileName: string) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    // Storage reads the fields as they come and ignores all that follows the file.
    form.append("file", file, fileName)
    await fetchPatiently(url, { method: "POST", body: form }, this.#options)
  }

  async #sendParts(photoId: string, bytes: Uint8Array<ArrayBuffer>, partSize: number) {
    const path = `/api/uploads/${photoId}`
    const bytesOf = (partNumber: number) => bytes.subarray((partNumber - 1) * partSize, partNumber * partSize)
    const parts = Array.from({ length: Math.ceil(bytes.byteLength / partSize) }, (_, i) => ({
      partNumber: i + 1,
      sha256: sha256Of(bytesOf(i + 1)),
    }))
    const signed = await this.send("POST", `${path}/parts`, { parts }, SignedParts)
    for (const { partNumber, url, headers } of signed.parts) {
      await fetchPatiently(url, { method: "PUT", headers, body: bytesOf(partNumber) }, this.#options)
    }
    await this.send("POST", `${path}/complete`, {}, z.unknown())
  }

  /**
   * Publishes a post and waits until its last photo is ready.
   * @throws SiteProblem, also when a photo of it cannot be shown or takes too long
   */
  async publish(post: z.input<typeof CreatePost>): Promise<PostView> {
    const { pollEvery = 500, longestProcessing = 120_000 } = this.#options
    const giveUp = Date.now() + longestProcessing
    let answer = await this.send("POST", "/api/posts", post, Publication)
    while (answer.status === "waiting" && Date.now() < giveUp) {
      await sleep(pollEvery)
      answer = await this.get(`/api/drafts/${answer.draft.id}`, Publication)
    }
    if (answer.status === "published") return answer.post
    const photos = answer.draft.photos.map((photo) => `${photo.photoId} ${photo.reason ?? photo.state}`)
    throw new SiteProblem(422, "unprocessable", `The post is still ${answer.status}: ${photos.join(", ")}.`)
  }

  /**
   * Puts a photo beside the person's name, once it is ready.
   * @throws SiteProblem, also when it cannot be shown or takes too long
   */
  async setAvatar(avatar: z.input<typeof SetAvatar>) {
    const { pollEvery = 500, longestProcessing = 120_000 } = this.#options
    const giveUp = Date.now() + longestProcessing
    const look = () => this.get(`/api/photos/${avatar.photoId}`, z.object({ state: PhotoState }))
    for (let { state } = await look(); state !== "ready"; { state } = await look()) {
      if (state === "failed" || state === "quarantined" || Date.now() > giveUp)
        throw new SiteProblem(422, "unprocessable", `The photo ${avatar.photoId} is still ${state}.`)
      await sleep(pollEvery)
    }
    await this.send("PUT", "/api/me/avatar", avatar, z.unknown())
  }

  async #request(path: string, init: RequestInit) {
    const url = new URL(path, this.#site)
    // Pictures may lie elsewhere: what proves who we are stays here.
    const isOurs = url.origin === this.#site
    const cookies: Record<string, string> = isOurs ? { Cookie: this.#jar.toString() } : {}
    const headers = { Accept: "application/json", ...cookies, ...init.headers }
    const response = await fetchPatiently(url.href, { ...init, headers }, this.#options)
    if (isOurs) this.#jar.keep(response.headers)
    return response
  }
}

const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
