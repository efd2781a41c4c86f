import { z } from "zod"
import { idOf } from "../id"
import { PageInput } from "../page.schema"
import { PictureView } from "../photo/photo.schema"
import { text } from "../text.schema"
import { AuthorView, Handle } from "../user/user.schema"

export const Visibility = z.enum(["public", "followers", "private"])
export type Visibility = z.output<typeof Visibility>

export const maxPhotos = 10
export const maxCaption = 2200
export const maxAltText = 1000

export const PublishedPhoto = z.strictObject({
  photoId: idOf("photo"),
  altText: text(maxAltText).default(""),
})

export const CreatePost = z.strictObject({
  photos: z
    .array(PublishedPhoto)
    .min(1, { error: "no_photo" })
    .max(maxPhotos, { error: "too_many_photos" })
    .refine((photos) => new Set(photos.map((p) => p.photoId)).size === photos.length, {
      error: "photo_twice",
    }),
  caption: text(maxCaption).default(""),
  visibility: Visibility.default("public"),
  commentsAllowed: z.boolean().default(true),
})
export type CreatePost = z.output<typeof CreatePost>

export const PostPhotoView = PictureView.extend({ altText: z.string() })
export type PostPhotoView = z.output<typeof PostPhotoView>

export const PostView = z.object({
  id: idOf("post"),
  author: AuthorView,
  caption: z.string(),
  photos: z.array(PostPhotoView).min(1),
  visibility: Visibility,
  commentsAllowed: z.boolean(),
  createdAt: z.iso.datetime(),
  counts: z.object({ likes: z.int(), comments: z.int() }),
  /** What the one who asks may do with it. */
  viewer: z.object({ own: z.boolean() }),
})
export type PostView = z.output<typeof PostView>

export const PostInput = z.strictObject({ postId: idOf("post") })

export const PostsByUser = PageInput.extend({ handle: Handle })
