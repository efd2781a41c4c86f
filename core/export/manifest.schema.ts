import { z } from "zod"
import { AlbumOrder } from "../album/album.schema"

const time = z.string().max(40)
const text = z.string().max(10_000)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const path = z.string().max(200)
const own = (kind: string) => z.string().regex(new RegExp(`^${kind}-[1-9]\\d{0,6}$`))
const audience = z.enum(["public", "followers", "private"])

/** A post: one's own by its id in the archive, another's by its address here and who wrote it. */
export const OnPost = z.union([
  own("post"),
  z.strictObject({ post: z.string().max(60), by: z.string().max(60).nullable() }),
])
export type OnPost = z.output<typeof OnPost>

export const ArchivedPhoto = z.strictObject({
  /** Where its original is in the archive. */
  file: path,
  altText: text,
  width: z.number().optional(),
  height: z.number().optional(),
})
const shared = {
  caption: text,
  visibility: audience,
  license: z.string().max(60),
  contentWarning: text.optional(),
  commentsAllowed: z.boolean(),
  showCamera: z.boolean(),
  location: z.enum(["off", "region", "town"]),
  photos: z.array(ArchivedPhoto).max(100),
  createdAt: time,
}
export const ArchivedPost = z.strictObject({
  id: own("post"),
  ...shared,
  editedAt: time.optional(),
  /** Earlier captions, the oldest first, and until when each stood. */
  earlier: z.array(z.strictObject({ caption: text, until: time })),
})
export type ArchivedPost = z.output<typeof ArchivedPost>

export const ArchivedDraft = z.strictObject({
  id: own("draft"),
  ...shared,
  saved: z.boolean(),
  publishAt: time.optional(),
})
export type ArchivedDraft = z.output<typeof ArchivedDraft>

export const ArchivedAlbum = z.strictObject({
  id: own("album"),
  parent: own("album").optional(),
  title: text,
  description: text,
  visibility: audience,
  order: AlbumOrder,
  cover: own("post").optional(),
  /** By hand in its order, else as they were made. Posts that others hung in it are theirs. */
  posts: z.array(own("post")),
  createdAt: time,
})
export type ArchivedAlbum = z.output<typeof ArchivedAlbum>

export const ArchivedFile = z.strictObject({
  path,
  byteLength: z.number(),
  sha256,
  /** The bytes are not in the archive, or not those that were sent. */
  problem: z.enum(["missing", "differs"]).optional(),
})
export type ArchivedFile = z.output<typeof ArchivedFile>

const entries = z.array(z.record(z.string(), z.unknown()))

/** `manifest.json`: all that a person made, without anything that another account or another day would change. */
export const Manifest = z.strictObject({
  format: z.literal("ichimai-archive"),
  version: z.literal(1),
  counts: z.record(z.string(), z.number()),
  profile: z.strictObject({
    name: text,
    bio: text,
    links: z.array(z.strictObject({ url: text, label: text.optional() })),
    locale: z.enum(["en", "ja"]),
    private: z.boolean(),
    unlisted: z.boolean(),
    avatar: z.strictObject({ file: path, x: z.number(), y: z.number() }).optional(),
  }),
  notifications: z.strictObject({
    off: z.array(z.string().max(40)),
    digest: z.enum(["off", "daily"]),
    digestHour: z.number().optional(),
  }),
  posts: z.array(ArchivedPost),
  drafts: z.array(ArchivedDraft),
  albums: z.array(ArchivedAlbum),
  files: z.array(ArchivedFile),
  comments: entries,
  likes: entries,
  commentLikes: entries,
  bookmarks: entries,
  following: entries,
  tags: entries,
  filters: entries,
  mutes: entries,
  blocks: entries,
})
export type Manifest = z.output<typeof Manifest>

/** The lists of small things, which may hold what was carried from another archive. */
export const lists = [
  "comments",
  "likes",
  "commentLikes",
  "bookmarks",
  "following",
  "tags",
  "filters",
  "mutes",
  "blocks",
] as const
export type ListName = (typeof lists)[number]
