import { z } from "zod"
import { idOf } from "../id"
import { Camera } from "../image/camera.schema"
import { PageInput } from "../page.schema"
import { PictureView } from "../photo/photo.schema"
import { License, Place } from "../post/post.schema"
import { line } from "../text.schema"
import { AuthorView } from "../user/user.schema"

/** How many links a post or an album has at the most. */
export const maxLinks = 50
export const minLinkPassword = 6
export const maxLinkPassword = 128

/** What proves a link: 144 random bits. */
export const LinkToken = z.string().regex(/^[\w-]{24}$/, { error: "share_token" })

export const LinkKind = z.enum(["view", "contribute"])
export type LinkKind = z.output<typeof LinkKind>

const LinkName = line(60)
const LinkPassword = z
  .string()
  // NUL and halves of characters: nobody types them.
  .refine((value) => value.isWellFormed() && !value.includes("\0"), { error: "unshowable" })
  .refine((value) => value.length >= minLinkPassword, {
    error: "too_short",
    params: { minimum: minLinkPassword },
  })
  .refine((value) => value.length <= maxLinkPassword, {
    error: "too_long",
    params: { maximum: maxLinkPassword },
  })

/** When a link ends, given with any zone, kept in UTC; within five years. */
const EndsAt = z.iso
  .datetime({ offset: true, error: "time" })
  .transform((value) => new Date(value).toISOString())
  .refine((value) => Date.parse(value) > Date.now(), { error: "link_end_past" })
  .refine((value) => Date.parse(value) < Date.now() + 5 * 366 * 86_400_000, { error: "link_end_far" })

const EndsAtOrNever = z.string().transform((value, { issues }) => {
  if (value === "") return value
  const { data, error } = EndsAt.safeParse(value)
  for (const { message } of error?.issues ?? []) issues.push({ code: "custom", message, input: value })
  return data ?? value
})

const switches = {
  /** No button to download, and no picture of the largest size. */
  noDownload: z.boolean(),
  /** Neither what it was taken with nor where, whatever the post shows. */
  noCamera: z.boolean(),
  /** Guests may write under its posts; whose post it is approves each comment. */
  comments: z.boolean(),
}

const making = {
  name: LinkName.default(""),
  kind: LinkKind.default("view"),
  password: LinkPassword.optional(),
  endsAt: EndsAt.optional(),
  noDownload: switches.noDownload.default(false),
  noCamera: switches.noCamera.default(false),
  comments: switches.comments.default(false),
}

export const CreatePostLink = z.strictObject({ postId: idOf("post"), ...making })
export const CreateAlbumLink = z.strictObject({ albumId: idOf("album"), ...making })
export const AlbumLinksInput = z.strictObject({ albumId: idOf("album") })
export const PostLinksInput = z.strictObject({ postId: idOf("post") })

/** What is not given stays as it is. */
export const EditLink = z.strictObject({
  shareId: idOf("share"),
  name: LinkName.optional(),
  kind: LinkKind.optional(),
  /** Empty takes it away. Any change shuts out who opened the link with the one before. */
  password: z.union([z.literal(""), LinkPassword]).optional(),
  /** Empty takes it away. */
  endsAt: EndsAtOrNever.optional(),
  noDownload: switches.noDownload.optional(),
  noCamera: switches.noCamera.optional(),
  comments: switches.comments.optional(),
})
export const LinkInput = z.strictObject({ shareId: idOf("share") })

/** A link as those see it who may give it away. */
export const LinkView = z.object({
  id: idOf("share"),
  /** Its whole address; absent when the key that sealed it was retired: then it works, but cannot be copied. */
  url: z.url().optional(),
  name: z.string(),
  kind: LinkKind,
  hasPassword: z.boolean(),
  ...switches,
  createdAt: z.iso.datetime(),
  endsAt: z.iso.datetime().optional(),
  ended: z.boolean(),
  /** About when it was last opened. */
  usedAt: z.iso.datetime().optional(),
})
export type LinkView = z.output<typeof LinkView>
export const LinksView = z.object({ items: z.array(LinkView) })

export const TokenInput = z.strictObject({ token: LinkToken })
const Shown = z
  .string()
  .max(maxLinkPassword)
  .refine((value) => value.isWellFormed() && !value.includes("\0"), { error: "unshowable" })
export const UnlockInput = z.strictObject({ token: LinkToken, password: Shown })
/** Without an album it is the link's own. */
export const LinkedItems = PageInput.extend({ token: LinkToken, albumId: idOf("album").optional() })
export const LinkedAlbumInput = z.strictObject({ token: LinkToken, albumId: idOf("album") })
export const LinkedPostInput = z.strictObject({ token: LinkToken, postId: idOf("post") })

const LinkedPhoto = PictureView.extend({
  altText: z.string(),
  camera: Camera.optional(),
  place: Place.optional(),
})

/** A post as a link shows it: the photos and their words, and nothing of who else looked at them. */
export const LinkedPost = z.object({
  id: idOf("post"),
  author: AuthorView,
  /** The guest who took it, where one did. */
  guest: z.string().optional(),
  caption: z.string(),
  photos: z.array(LinkedPhoto).min(1),
  license: License,
  contentWarning: z.string().optional(),
  /** Whether guests may write below it. */
  commentsAllowed: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type LinkedPost = z.output<typeof LinkedPost>

/** An album as a link shows it, with those that lie in it. */
export const LinkedAlbum = z.object({
  id: idOf("album"),
  title: z.string(),
  description: z.string(),
  albums: z.array(z.object({ id: idOf("album"), title: z.string() })),
})
export type LinkedAlbum = z.output<typeof LinkedAlbum>

/** What a link opens. */
export const OpenedLink = z.object({
  kind: LinkKind,
  by: AuthorView,
  endsAt: z.iso.datetime().optional(),
  ...switches,
  target: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("post"), post: LinkedPost }),
    z.object({ kind: z.literal("album"), album: LinkedAlbum }),
  ]),
})
export type OpenedLink = z.output<typeof OpenedLink>
