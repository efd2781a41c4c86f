import { z } from "zod"
import { idOf } from "../id"
import { Camera } from "../image/camera.schema"
import { PageInput } from "../page.schema"
import { PictureView } from "../photo/photo.schema"
import { line, text } from "../text.schema"
import { tagsIn } from "../text-parts.schema"
import { AuthorView, Handle } from "../user/user.schema"
import { licenses } from "./licenses.schema"

export const Visibility = z.enum(["public", "followers", "private"])
export type Visibility = z.output<typeof Visibility>

export const License = z.enum(licenses)
export type License = z.output<typeof License>

export const maxContentWarning = 100
export const maxTags = 30
export const maxPhotos = 10
export const maxCaption = 2200
export const maxAltText = 1000

export const PublishedPhoto = z.strictObject({
  photoId: idOf("photo"),
  altText: text(maxAltText).default(""),
})

/** How exactly those who see a post read where its photos were taken; `off` tells nothing. */
export const LocationChoice = z.enum(["off", "region", "town"])
export type LocationChoice = z.output<typeof LocationChoice>

/** Where a photo was taken, in degrees, rounded to about so many kilometres by its author's choice. */
export const Place = z.object({
  latitude: z.number(),
  longitude: z.number(),
  kilometres: z.union([z.literal(10), z.literal(1)]),
})
export type Place = z.output<typeof Place>

/** Photos in their order, each once. */
const photosOf = <T extends z.ZodType<{ photoId: string }>>(photo: T) =>
  z
    .array(photo)
    .max(maxPhotos, { error: "too_many_photos" })
    .refine((photos) => new Set(photos.map(({ photoId }) => photoId)).size === photos.length, {
      error: "photo_twice",
    })

const Caption = text(maxCaption).refine((caption) => tagsIn(caption).length <= maxTags, {
  error: "too_many_tags",
  params: { maximum: maxTags },
})

/** The soonest and the latest that a post can be scheduled for, in milliseconds from now. */
const soonest = 60_000
const latest = 366 * 24 * 60 * 60_000

/** When a post is to be published; given with any zone, kept in UTC. */
export const PublishAt = z.iso
  .datetime({ offset: true, error: "time" })
  .transform((value) => new Date(value).toISOString())
  // Half a minute of grace: clocks differ, and a form shows minutes.
  .refine((value) => Date.parse(value) >= Date.now() + soonest / 2, { error: "publish_too_soon" })
  .refine((value) => Date.parse(value) <= Date.now() + latest, { error: "publish_too_late" })

const PublishAtOrNever = z.string().transform((value, { issues }) => {
  if (value === "") return value
  const { data, error } = PublishAt.safeParse(value)
  for (const { message } of error?.issues ?? []) issues.push({ code: "custom", message, input: value })
  return data ?? value
})

const content = {
  caption: Caption.default(""),
  visibility: Visibility.default("public"),
  commentsAllowed: z.boolean().default(true),
  license: License.default("all_rights_reserved"),
  /** Why the photos are covered until a reader chooses to see them; empty for not at all. */
  contentWarning: line(maxContentWarning).default(""),
  /** Whether those who see the post read camera, lens, exposure and the time it was taken. */
  showCamera: z.boolean().default(false),
  location: LocationChoice.default("off"),
}

export const CreatePost = z.strictObject({
  photos: photosOf(PublishedPhoto).min(1, { error: "no_photo" }),
  ...content,
  /** Without it, the post is published as soon as its photos are ready. */
  publishAt: PublishAt.optional(),
})
export type CreatePost = z.output<typeof CreatePost>

/** A post that is kept until its author says more; it needs no photo yet. */
export const SaveDraft = z.strictObject({ photos: photosOf(PublishedPhoto).default([]), ...content })

const changes = {
  caption: Caption.optional(),
  visibility: Visibility.optional(),
  commentsAllowed: z.boolean().optional(),
  license: License.optional(),
  /** Empty takes the cover away. */
  contentWarning: line(maxContentWarning).optional(),
  showCamera: z.boolean().optional(),
  location: LocationChoice.optional(),
}
const EditedPhoto = z.strictObject({ photoId: idOf("photo"), altText: text(maxAltText).optional() })

/** What is not given stays as it is. */
export const EditPost = z.strictObject({
  postId: idOf("post"),
  /** The photos that stay, in their order; those left out are removed. */
  photos: photosOf(EditedPhoto).min(1, { error: "no_photo" }).optional(),
  ...changes,
})
export type EditPost = z.output<typeof EditPost>

/** What is not given stays as it is. */
export const EditDraft = z.strictObject({
  draftId: idOf("draft"),
  /** All photos in their order; those left out are removed. */
  photos: photosOf(EditedPhoto).optional(),
  ...changes,
  /** Empty takes the time away: then it is only saved. */
  publishAt: PublishAtOrNever.optional(),
})

export const HistoryInput = PageInput.extend({ postId: idOf("post") })

/** A caption that a post had until another took its place. */
export const EarlierCaption = z.object({
  id: idOf("postEdit"),
  caption: z.string(),
  until: z.iso.datetime(),
})
export type EarlierCaption = z.output<typeof EarlierCaption>

export const PostPhotoView = PictureView.extend({
  altText: z.string(),
  /** What it was taken with and when, where the author shows it. */
  camera: Camera.optional(),
  place: Place.optional(),
})
export type PostPhotoView = z.output<typeof PostPhotoView>

export const PostView = z.object({
  id: idOf("post"),
  author: AuthorView,
  /** The guest who sent the photo to an album, as they called themself. */
  guest: z.string().optional(),
  caption: z.string(),
  photos: z.array(PostPhotoView).min(1),
  visibility: Visibility,
  /** Who sees it in effect: of a private account, followers at most. */
  audience: Visibility,
  /** Whether its author asks search engines to leave it out. */
  unlisted: z.boolean(),
  commentsAllowed: z.boolean(),
  license: License,
  contentWarning: z.string().optional(),
  /** What moderators decided about it: for its author and for moderators. */
  moderation: z
    .object({
      /** Nobody else sees it: by a decision, or until somebody has looked at it. */
      withheld: z.enum(["hidden", "held"]).optional(),
      decisions: z.array(idOf("decision")),
    })
    .optional(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().optional(),
  counts: z.object({ likes: z.int(), comments: z.int() }),
  /** What it is to the one who asks. */
  viewer: z.object({ own: z.boolean(), liked: z.boolean(), saved: z.boolean() }),
})
export type PostView = z.output<typeof PostView>

export const PostInput = z.strictObject({ postId: idOf("post") })

export const PostPage = PageInput.extend({ postId: idOf("post") })

export const PostsByUser = PageInput.extend({
  handle: Handle,
  /** Only posts all of whose photos have an alternative text. */
  described: z.literal("1", { error: "described" }).optional(),
})
