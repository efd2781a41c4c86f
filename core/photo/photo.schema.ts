import { z } from "zod"
import { idOf } from "../id"
import { Camera } from "../image/camera.schema"
import { Location } from "../image/location.schema"
import { Receipt } from "../image/receipt.schema"

export const PhotoState = z.enum(["awaiting", "processing", "ready", "failed", "quarantined"])
export type PhotoState = z.output<typeof PhotoState>

/** Why a photo failed, in a word that messages explain. */
export const PhotoReason = z.enum([
  "unsupported",
  "corrupt",
  "empty",
  "too_large",
  "too_many_pixels",
  "timeout",
  "mismatch",
  "never_arrived",
  "removed",
  "blocked",
  "internal",
])
export type PhotoReason = z.output<typeof PhotoReason>

export const VariantView = z.object({
  url: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  type: z.enum(["image/avif", "image/jpeg"]),
})
export type VariantView = z.output<typeof VariantView>

/** The picture as pages show it: its shape, its placeholder and its addresses. */
export const PictureView = z.object({
  photoId: idOf("photo"),
  width: z.int().positive(),
  height: z.int().positive(),
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  thumbhash: z.string(),
  variants: z.array(VariantView).min(1),
})
export type PictureView = z.output<typeof PictureView>

/** A photo as its owner sees it. `picture` is there once it is ready. */
export const PhotoView = z.object({
  id: idOf("photo"),
  state: PhotoState,
  reason: PhotoReason.optional(),
  picture: PictureView.optional(),
  camera: Camera.optional(),
  receipt: Receipt.optional(),
  /** Where it was taken, if the file says so. Never part of a post unless its author chooses. */
  location: Location.optional(),
  /** Only the first frame of the file is shown. */
  animated: z.boolean().optional(),
})
export type PhotoView = z.output<typeof PhotoView>

export const PhotoInput = z.strictObject({ photoId: idOf("photo") })
export const MediaInput = z.strictObject({
  photoId: idOf("photo"),
  variant: z.string().regex(/^(320|640|1280|2048)\.(avif|jpg)$|^original$/, { error: "variant" }),
  /** To keep as a file, under a name of ours. The original always is. */
  download: z.literal("1", { error: "download" }).optional(),
  /** The token of a link through which it is seen. */
  link: z.string().max(100).optional(),
})
