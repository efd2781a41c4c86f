import { createHash } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import type { z } from "zod"
import { newId } from "../../core/id"
import { partBytes, SignParts, StartUpload } from "../../core/photo/upload.schema"
import { CreatePost } from "../../core/post/post.schema"
import { SetAvatar, SignUp, UpdateMe } from "../../core/user/user.schema"
import { type Answer, ok, problem } from "./fake-answer"
import { FakeLife } from "./fake-life"

interface Account {
  id: string
  handle: string
  email: string
  password: string
  bio: string
  avatar?: z.output<typeof SetAvatar>
  posts: (CreatePost & { id: string })[]
}
interface Photo {
  id: string
  sha256: string
  owner: Account
  parts: Buffer[]
  stored: boolean
  /** How often somebody asked after it: it takes a while. */
  looks: number
}
/** The part of the API contract that the demo data needs, in memory: for tests of its client. */
export class FakeSite {
  readonly accounts: Account[] = []
  readonly photos: Photo[] = []
  readonly requests: string[] = []
  /** Answers given once, before anything else looks at the request: `POST /api/posts` → answer. */
  readonly once = new Map<string, Answer>()
  readonly life = new FakeLife()
  readonly #drafts = new Map<string, { by: Account; post: CreatePost }>()
  readonly #server = createServer(async (request, response) => {
    const answer = await this.#answer(request).catch((error) => problem(400, "invalid", String(error)))
    response.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers })
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body))
  })

  /** Listens on a free port of the loopback address and gives the origin. */
  async open() {
    this.#server.listen(0, "127.0.0.1")
    await once(this.#server, "listening")
    return this.origin
  }

  close() {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  get origin() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? "/", this.origin)
    const call = `${request.method} ${url.pathname}`
    this.requests.push(call)
    const body = await buffer(request)
    const early = this.once.get(call)
    if (early) {
      this.once.delete(call)
      return early
    }
    if (call === "GET /api/auth/csrf")
      return ok({ csrfToken: "token" }, { "Set-Cookie": ["csrf=token; Path=/; HttpOnly", "old=; Max-Age=0"] })
    if (call === "POST /api/auth/callback/credentials") return this.#signIn(request, body)
    if (call === "POST /storage") return this.#store(request, body)
    if (call.startsWith("PUT /storage/")) return this.#storePart(url.pathname, request, body)
    const json = body.length > 0 ? JSON.parse(body.toString()) : undefined
    if (request.method !== "GET") {
      if (request.headers.origin !== this.origin) return problem(403, "forbidden", "Another origin.")
      if (request.headers["content-type"] !== "application/json")
        return problem(415, "unsupported", "Not JSON.")
    }
    if (call === "POST /api/account") return this.#signUp(SignUp.parse(json))
    const me = this.accounts.find((account) => cookies(request).get("session") === account.id)
    const handle = /^\/api\/users\/([^/]+)\/posts$/.exec(url.pathname)?.[1]
    if (handle) return this.#postsOf(handle, Number(url.searchParams.get("cursor") ?? 0), me?.handle)
    if (!me) return problem(401, "unauthenticated", "Sign in first.")
    if (call === "PATCH /api/me") {
      me.bio = UpdateMe.parse(json).bio ?? me.bio
      return ok({ avatar: me.avatar })
    }
    if (call === "PUT /api/me/avatar") return this.#setAvatar(me, SetAvatar.parse(json))
    const shown = /^\/api\/photos\/(\w+)$/.exec(url.pathname)?.[1]
    if (shown) return this.#look(this.photos.find(({ id, owner }) => id === shown && owner === me))
    if (call === "POST /api/uploads") return this.#upload(me, StartUpload.parse(json))
    const [, photoId, step] = /^\/api\/uploads\/(\w+)\/(parts|complete)$/.exec(url.pathname) ?? []
    const photo = this.photos.find(({ id, owner }) => id === photoId && owner === me)
    if (photo && step === "parts") return this.#sign(photo, SignParts.parse({ ...json, photoId }).parts)
    if (photo && step === "complete") return this.#complete(photo)
    if (call === "POST /api/posts") return this.#publish(me, CreatePost.parse(json))
    if (call === "GET /api/me/drafts") return this.#draftsOf(me)
    const draft = this.#drafts.get(url.pathname.split("/").at(-1) ?? "")
    if (draft) return this.#published(me, draft.post)
    const alive = this.life.answer(me.handle, call, json)
    if (alive) return alive
    return problem(404, "not_found", `${call} is not here.`)
  }

  #signUp({ handle, email, password }: { handle: string; email: string; password: string }): Answer {
    if (this.accounts.some((account) => account.handle === handle)) return problem(409, "conflict", "Taken.")
    this.accounts.push({ id: newId("user"), handle, email, password, bio: "", posts: [] })
    return { status: 201, body: { verification: "optional" } }
  }

  #signIn(request: IncomingMessage, body: Buffer): Answer {
    const form = new URLSearchParams(body.toString())
    const account = this.accounts.find((one) => one.email === form.get("email"))
    const trusted = form.get("csrfToken") === "token" && cookies(request).get("csrf") === "token"
    if (!trusted || account?.password !== form.get("password"))
      return { status: 401, body: { url: `${this.origin}/api/auth/error?error=CredentialsSignin` } }
    return ok(
      { url: this.origin },
      { "Set-Cookie": `session=${account?.id}; Path=/; HttpOnly; SameSite=Lax` },
    )
  }

  #upload(owner: Account, { sha256, byteLength }: { sha256: string; byteLength: number }): Answer {
    const known = this.photos.find((photo) => photo.owner === owner && photo.sha256 === sha256)
    const used = known && owner.posts.some(({ photos }) => photos.some(({ photoId }) => photoId === known.id))
    if (known && !used) return ok({ photoId: known.id, duplicate: true })
    const photo: Photo = { id: newId("photo"), sha256, owner, parts: [], stored: used ?? false, looks: 0 }
    this.photos.push(photo)
    if (used) return ok({ photoId: photo.id, duplicate: true })
    if (byteLength > partBytes) {
      const parts = Math.ceil(byteLength / partBytes)
      return ok({ photoId: photo.id, upload: { kind: "multipart", partSize: partBytes, parts } })
    }
    const fields = { key: photo.id, policy: "signed" }
    return ok({
      photoId: photo.id,
      upload: { kind: "post", url: `${this.origin}/storage`, fields, expiresAt: soon() },
    })
  }

  #sign(photo: Photo, parts: { partNumber: number; sha256: string }[]): Answer {
    const signed = parts.map(({ partNumber, sha256 }) => ({
      partNumber,
      url: `${this.origin}/storage/${photo.id}/${partNumber}`,
      headers: { "x-checksum": sha256 },
    }))
    return ok({ parts: signed, expiresAt: soon() })
  }

  #storePart(path: string, request: IncomingMessage, body: Buffer): Answer {
    const [, , photoId, partNumber] = path.split("/")
    const photo = this.photos.find(({ id }) => id === photoId)
    if (!photo || request.headers["x-checksum"] !== sha256Of(body) || request.headers.cookie)
      return problem(403, "AccessDenied", "Against the signature.")
    photo.parts[Number(partNumber) - 1] = body
    return { status: 200 }
  }

  #complete(photo: Photo): Answer {
    photo.stored = sha256Of(Buffer.concat(photo.parts)) === photo.sha256
    if (!photo.stored) return problem(422, "unprocessable", "Parts are missing.")
    return ok({ id: photo.id, state: "awaiting" })
  }

  async #store(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const type = request.headers["content-type"] ?? ""
    const form = await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData()
    const file = form.get("file")
    const photo = this.photos.find((one) => one.id === form.get("key"))
    if (!photo || !(file instanceof Blob) || [...form.keys()].at(-1) !== "file" || request.headers.cookie)
      return problem(403, "AccessDenied", "Against the policy.")
    photo.stored = sha256Of(Buffer.from(await file.arrayBuffer())) === photo.sha256
    return { status: 204 }
  }

  #look(photo: Photo | undefined): Answer {
    if (!photo?.stored) return problem(404, "not_found", "No photo.")
    return ok({ id: photo.id, state: photo.looks++ === 0 ? "processing" : "ready" })
  }

  #setAvatar(me: Account, avatar: z.output<typeof SetAvatar>): Answer {
    const photo = this.photos.find(({ id, owner }) => id === avatar.photoId && owner === me)
    if (!photo || photo.looks < 2) return problem(409, "conflict", "Not ready.")
    if (me.posts.some(({ photos }) => photos.some(({ photoId }) => photoId === photo.id)))
      return problem(409, "conflict", "In a post.")
    me.avatar = avatar
    return ok({})
  }

  #publish(me: Account, post: CreatePost): Answer {
    const mine = this.photos.filter((photo) => photo.owner === me && photo.stored).map((photo) => photo.id)
    if (!post.photos.every((photo) => mine.includes(photo.photoId)))
      return problem(404, "not_found", "No photo.")
    const id = newId("draft")
    this.#drafts.set(id, { by: me, post })
    const photos = post.photos.map((photo) => ({ ...photo, state: "processing" }))
    return {
      status: 201,
      body: { status: "waiting", draft: { ...post, id, status: "waiting", createdAt: soon(), photos } },
    }
  }

  #draftsOf(me: Account): Answer {
    const mine = [...this.#drafts.values()].filter(({ by }) => by === me)
    return { status: 200, body: { items: mine.map(({ post }) => ({ caption: post.caption })) } }
  }

  #published(me: Account, draft: CreatePost): Answer {
    const id = newId("post")
    me.posts.unshift({ ...draft, id })
    const picture = { width: 3, height: 2, color: "#808080", thumbhash: "" }
    const variants = [{ url: "/x", width: 3, height: 2, type: "image/avif" }]
    const photos = draft.photos.map((photo) => ({ ...photo, ...picture, variants }))
    const post = {
      ...draft,
      photos,
      id,
      author: { id: me.id, handle: me.handle, name: "" },
      audience: draft.visibility,
      unlisted: false,
      createdAt: new Date().toISOString(),
      counts: { likes: 0, comments: 0 },
      viewer: { own: true, liked: false, saved: false },
    }
    return ok({ status: "published", post })
  }

  #postsOf(handle: string, from: number, reader: string | undefined): Answer {
    const account = this.accounts.find((one) => one.handle === handle)
    if (!account) return problem(404, "not_found", "Nobody has this handle.")
    const posts = account.posts.map((post) => ({ ...post, viewer: this.life.viewerOf(reader, post.id) }))
    return ok(twoFrom(posts, from))
  }
}

/** A page of two, so that a client has to follow the cursor. */
const twoFrom = <T>(items: T[], from: number) => ({
  items: items.slice(from, from + 2),
  nextCursor: from + 2 < items.length ? String(from + 2) : null,
})

const sha256Of = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex")
const soon = () => new Date(Date.now() + 60_000).toISOString()

function cookies(request: IncomingMessage) {
  const pairs = (request.headers.cookie ?? "").split("; ").map((pair) => pair.split("="))
  return new Map(pairs.map(([name = "", value = ""]) => [name, value]))
}
