import { createHash, randomBytes } from "node:crypto"
import sharp from "sharp"
import { Account } from "../core/account"
import type { UserActor, VisitorActor } from "../core/actor"
import { Draft } from "../core/draft"
import { Photo } from "../core/photo"
import type { PostView, Visibility } from "../core/post/post.schema"
import { Session } from "../core/session"
import { settle, uploaded } from "./events"

let count = 0
const unique = () => `${(count++).toString(36)}${randomBytes(4).toString("hex")}`

/** A call from an address of its own, so that limits of one test do not reach another. */
export const visitor = (): VisitorActor => ({
  kind: "visitor",
  address: `test-${unique()}`,
  locale: "en",
  userAgent: "vitest",
})

export const password = "seven quiet herons 41"

export type Person = UserActor & { handle: string; email: string }

/** What tests begin with, in the words of the domain. */
export const given = {
  /** Somebody who signed up and in. */
  async person(handle = `person_${unique()}`): Promise<Person> {
    const caller = visitor()
    const email = `${handle}@example.com`
    await Account.signUp(caller, { handle, email, password })
    const signedIn = await Session.signIn(caller, { email, password })
    return { ...caller, ...signedIn, kind: "user", handle, email }
  },

  /** The bytes of a photo that no other test has. */
  async jpeg(width = 64, height = 48): Promise<Buffer> {
    const background = { r: byte(), g: byte(), b: byte() }
    const create = { width, height, channels: 3, background } as const
    return sharp({ create }).withExif({ IFD0: { ImageDescription: unique() } }).jpeg().toBuffer()
  },

  /** A photo whose upload began; the bytes have not been sent. */
  async upload(by: UserActor, bytes: Buffer) {
    const view = await Photo.startUpload(by, {
      fileName: "photo.jpg",
      contentType: "image/jpeg",
      byteLength: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    })
    if ("duplicate" in view) throw new Error("this photo is known already")
    return view
  },

  /** A photo that is ready. */
  async photo(by: UserActor, bytes?: Buffer): Promise<string> {
    const file = bytes ?? (await given.jpeg())
    const { photoId, upload } = await given.upload(by, file)
    await uploaded(upload, file)
    return photoId
  },

  /** A published post. */
  async post(by: UserActor, options: { visibility?: Visibility; caption?: string; photos?: string[] } = {}): Promise<PostView> {
    const photos = options.photos ?? [await given.photo(by)]
    const publication = await Draft.publish(by, {
      photos: photos.map((photoId) => ({ photoId, altText: "A plain colour" })),
      caption: options.caption ?? "",
      visibility: options.visibility ?? "public",
    })
    if (publication.status !== "published") throw new Error("the post waits for its photos")
    await settle()
    return publication.post
  },
}

const byte = () => randomBytes(1)[0] ?? 0
