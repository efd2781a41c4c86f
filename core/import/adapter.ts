import type { EntryReason, ImportKind, ImportOptions, Outcome } from "./import.schema"
import type { EntryRef } from "./zip"

/** An archive as an adapter reads it. */
export type Archive = {
  /** All that is in it, in the order of its files and their directories. */
  entries: readonly EntryRef[]
  /** The bytes of one thing, whole. @throws EntryFault when it cannot be read, or has more than `most` bytes */
  read(entry: EntryRef, most?: number): Promise<Buffer>
  /** What a JSON file says. @throws EntryFault when it cannot be read, or is no JSON */
  json(entry: EntryRef): Promise<unknown>
}

export type PlannedPhoto = { entry: EntryRef; altText: string }

/** A post to be made. What is not said is as the person chose for the whole import. */
export type PlannedPost = {
  kind: "post"
  /** When it was made, in milliseconds; it stands in lists by that. By its first photo's clock when nobody knows. */
  at?: number
  /** Why it is left out after all: known only when its turn comes. */
  reason?: EntryReason
  caption: string
  photos: PlannedPhoto[]
  visibility?: ImportOptions["visibility"]
  /** More of a post than other sites have, as `Post.publish` wants it. */
  content?: Partial<{
    license: string
    contentWarning: string
    commentsAllowed: boolean
    showCamera: boolean
    location: ImportOptions["location"]
  }>
  /** Whether a photo that this person has already is brought in once more, unless in a post of just this time. */
  copies?: boolean
  /** What only the adapter understands, to complete the post when its turn comes: see `complete`. */
  data?: unknown
}

/** Something that is left out, and why. */
export type PlannedSkip = { kind: "skip"; path: string; reason: EntryReason; outcome?: "duplicate" }

/** Something else than a post, which the adapter does itself once every post before it is there: see `apply`. */
export type PlannedFact = { kind: "fact"; path: string; data: unknown }

export type Planned = PlannedPost | PlannedSkip | PlannedFact

/** For whom something is brought in. */
export type Importing = {
  importId: string
  userId: string
  /** The number in the plan of what is done. */
  item: number
  options: ImportOptions
  archive: Pick<Archive, "read" | "json">
  /** The id of the post that an item of the plan became or becomes, by its number. */
  postIdOf(item: number): Promise<string | undefined>
}

/** How archives of one kind are understood. */
export type Adapter = {
  kind: ImportKind
  /** Whether an archive is of this kind, by what is in it. @throws ArchiveFault when it is, but cannot be used */
  recognises(entries: readonly EntryRef[]): boolean
  /** What is to be done, in order. Gives the same each time: a plan that was cut off is made anew. */
  plan(archive: Archive): AsyncIterable<Planned>
  /** Completes a post when its turn comes, from things that are read one by one. Gives the same each time. */
  complete?(post: PlannedPost, archive: Pick<Archive, "read" | "json">): Promise<PlannedPost>
  /** Does a fact. It may be called again after it did: then it changes nothing. */
  apply?(fact: PlannedFact, importing: Importing): Promise<{ outcome: Outcome; reason?: EntryReason }>
}
