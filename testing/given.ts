import { createHash, randomBytes } from "node:crypto"
import sharp from "sharp"
import type { z } from "zod"
import type { UserActor, VisitorActor } from "../core/actor"
import { Draft } from "../core/draft"
import { Follow } from "../core/follow"
import { Photo } from "../core/photo"
import { partBytes } from "../core/photo/upload.schema"
import type { CreatePost, PostView } from "../core/post/post.schema"
import { table } from "../core/table"
import { settle, uploaded } from "./events"
import { lengthened } from "./parts"
import { type Person, signedUp } from "./person"

export { type Person, password } from "./person"

let count = 0
const unique = () => `${(count++).toString(36)}${randomBytes(4).toString("hex")}`

/** A call from an address of its own, so that limits of one test do not reach another. */
export const visitor = (): VisitorActor => ({
  kind: "visitor",
  address: `test-${unique()}`,
  locale: "en",
  userAgent: "vitest",
})

/** What a browser says of a file that it wants to send. */
export const offer = (bytes: Buffer) => ({
  fileName: "photo.jpg",
  contentType: "image/jpeg",
  byteLength: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
})

/** What tests begin with, in the words of the domain. */
export const given = {
  /** Somebody who signed up and in. */
  person(handle = `person_${unique()}`): Promise<Person> {
    return signedUp(visitor(), handle)
  },

  /** Somebody who runs the site, signed in since they do. */
  async admin(): Promise<Person> {
    const person = await given.person()
    await Promise.all([
      table().user.patch({ userId: person.userId }).set({ role: "admin" }).go(),
      table().session.patch({ sessionId: person.sessionId }).set({ role: "admin" }).go(),
    ])
    return { ...person, role: "admin" }
  },

  /** Somebody who decides about reports, signed in since they do. */
  async moderator(): Promise<Person> {
    const person = await given.person()
    await Promise.all([
      table().user.patch({ userId: person.userId }).set({ role: "moderator" }).go(),
      table().session.patch({ sessionId: person.sessionId }).set({ role: "moderator" }).go(),
    ])
    return { ...person, role: "moderator" }
  },

  /** One person follows another; a private account accepts it. */
  async follow(by: UserActor, whom: Person): Promise<void> {
    const { state } = await Follow.follow(by, { handle: whom.handle })
    if (state === "requested") await Follow.decide(whom, { userId: by.userId, decision: "accept" })
    await settle()
  },

  /** Closes an account: only accepted followers see its posts. Or opens it to everybody again. */
  async closed(person: Person, isClosed = true): Promise<Person> {
    await table().user.patch({ userId: person.userId }).set({ private: isClosed }).go()
    return person
  },

  /** The bytes of a photo that no other test has. */
  async jpeg(width = 64, height = 48): Promise<Buffer> {
    const background = { r: byte(), g: byte(), b: byte() }
    const create = { width, height, channels: 3, background } as const
    return sharp({ create })
      .withExif({ IFD0: { ImageDescription: unique() } })
      .jpeg()
      .toBuffer()
  },

  /** A photo whose upload began, in one piece; the bytes have not been sent. */
  async upload(by: UserActor, bytes: Buffer) {
    const { photoId, upload } = await begun(by, bytes)
    if (upload.kind !== "post") throw new Error("this photo has to be sent in parts")
    return { photoId, upload }
  },

  /** A photo whose upload began, in two parts unless told otherwise; none has been sent. */
  async largeUpload(by: UserActor, bytes?: Buffer) {
    const file = bytes ?? (await given.largeJpeg())
    const { photoId, upload } = await begun(by, file)
    if (upload.kind !== "multipart") throw new Error("this photo is sent in one piece")
    return { photoId, upload, bytes: file, key: `incoming/${by.userId}/${photoId}` }
  },

  /** The bytes of a photo that no other test has, too many to be sent in one piece. */
  async largeJpeg(byteLength = partBytes + 1000): Promise<Buffer> {
    return lengthened(await given.jpeg(), byteLength)
  },

  /** A photo that is ready. */
  async photo(by: UserActor, bytes?: Buffer): Promise<string> {
    const file = bytes ?? (await given.jpeg())
    const { photoId, upload } = await given.upload(by, file)
    await uploaded(upload, file)
    return photoId
  },

  /** A source of ready photos that are copied inside storage: quicker than making each from its bytes. */
  async copies(by: UserActor, file?: Buffer): Promise<() => Promise<string>> {
    const bytes = file ?? (await given.jpeg())
    await given.post(by, { photos: [await given.photo(by, bytes)] })
    return async () => (await Photo.startUpload(by, offer(bytes))).photoId
  },

  /** A post that waits for photos whose bytes have not been sent. */
  async draft(by: UserActor, options: { count?: number; ready?: string[] } = {}) {
    const files = await Promise.all(Array.from({ length: options.count ?? 1 }, () => given.jpeg()))
    const late = await Promise.all(
      files.map(async (bytes) => ({ ...(await given.upload(by, bytes)), bytes })),
    )
    const photos = [...(options.ready ?? []), ...late.map(({ photoId }) => photoId)]
    const publication = await Draft.publish(by, { photos: photos.map((photoId) => ({ photoId })) })
    if (publication.status !== "waiting") throw new Error("the draft does not wait")
    return { draftId: publication.draft.id, late }
  },

  /** A post whose changes nobody has delivered yet; its id. */
  async publish(by: UserActor, photos: string[]): Promise<string> {
    const publication = await Draft.publish(by, { photos: photos.map((photoId) => ({ photoId })) })
    if (publication.status !== "published") throw new Error("the post waits for its photos")
    return publication.post.id
  },

  /** A published post. */
  async post(
    by: UserActor,
    { photos, ...options }: Omit<z.input<typeof CreatePost>, "photos"> & { photos?: string[] } = {},
  ): Promise<PostView> {
    const ids = photos ?? [await given.photo(by)]
    const publication = await Draft.publish(by, {
      photos: ids.map((photoId) => ({ photoId, altText: "A plain colour" })),
      ...options,
    })
    if (publication.status !== "published") throw new Error("the post waits for its photos")
    await settle()
    return publication.post
  },
}

async function begun(by: UserActor, bytes: Buffer) {
  const view = await Photo.startUpload(by, offer(bytes))
  if ("duplicate" in view) throw new Error("this photo is known already")
  return view
}

const byte = () => randomBytes(1)[0] ?? 0
