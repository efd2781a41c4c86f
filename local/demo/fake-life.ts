import { z } from "zod"
import { CreateAlbum } from "../../core/album/album.schema"
import { newId } from "../../core/id"
import { foldTag } from "../../core/text-parts.schema"
import { type Answer, ok } from "./fake-answer"

const Said = z.strictObject({ text: z.string().min(1).max(1000) })

type Comment = { id: string; under: string; by: string; text: string }

/** What people do with each other's posts, in memory: the part of FakeSite that knows who did what. */
export class FakeLife {
  /** `kotoha PUT /api/posts/pst_1/like`: everything that somebody said is so. */
  readonly marks = new Set<string>()
  readonly comments: Comment[] = []
  readonly albums: { id: string; by: string; title: string }[] = []

  /** @returns undefined for what is no part of it */
  answer(by: string, call: string, json: unknown): Answer | undefined {
    const [method = "", path = ""] = call.split(" ")
    if (method === "PUT" && /\/(like|bookmark|follow)$/.test(path)) {
      this.marks.add(`${by} ${path}`)
      return { status: 204 }
    }
    const album = this.#albumAnswer(by, method, path, json)
    if (album) return album
    const list = /^\/api\/(?:posts|comments)\/(\w+)\/(?:comments|replies)$/.exec(path)?.[1]
    if (list && method === "POST") return this.#say({ by, under: list, text: Said.parse(json).text })
    if (list) return ok({ items: this.#under(list, by), nextCursor: null })
    if (path === `/api/users/${by}/following`)
      return ok({ items: this.#named(by, "users").map((handle) => ({ handle })), nextCursor: null })
    if (path === "/api/me/tags")
      return ok({ items: this.#named(by, "tags").map((tag) => ({ tag: foldTag(tag) })) })
    return undefined
  }

  viewerOf(by: string | undefined, postId: string) {
    const path = `${by} /api/posts/${postId}`
    return { liked: this.marks.has(`${path}/like`), saved: this.marks.has(`${path}/bookmark`) }
  }

  #albumAnswer(by: string, method: string, path: string, json: unknown): Answer | undefined {
    if (path === "/api/albums" && method === "GET")
      return ok({ items: this.albums.filter((album) => album.by === by), nextCursor: null })
    if (path === "/api/albums") {
      const { title } = CreateAlbum.parse(json)
      const album = { id: newId("album"), by, title }
      this.albums.push(album)
      return { status: 201, body: album }
    }
    if (!/^\/api\/albums\/\w+\/(items|members)$/.test(path)) return undefined
    this.marks.add(`${by} ${path} ${JSON.stringify(json)}`)
    return path.endsWith("items") ? ok({ added: 1 }) : { status: 204 }
  }

  #say(said: Omit<Comment, "id">): Answer {
    const comment = { ...said, id: newId("comment") }
    this.comments.push(comment)
    return { status: 201, body: { id: comment.id } }
  }

  #under(list: string, reader: string) {
    return this.comments
      .filter(({ under }) => under === list)
      .map(({ id, by, text }) => ({
        id,
        text,
        author: { handle: by },
        viewer: { liked: this.marks.has(`${reader} /api/comments/${id}/like`) },
      }))
  }

  /** The people or tags that somebody follows. */
  #named(by: string, kind: "users" | "tags") {
    const followed = new RegExp(`^${by} /api/${kind}/([^/]+)/follow$`)
    return [...this.marks].flatMap((mark) => decodeURIComponent(followed.exec(mark)?.[1] ?? "") || [])
  }
}
