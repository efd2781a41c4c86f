import { z } from "zod"
import { idOf } from "../id"

/** What a browser may offer. What a file really is, its bytes decide later. */
export const acceptedTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "image/avif",
  "image/heic",
  "image/heif",
] as const

/**
 * Files up to this size are sent in one piece, larger ones in parts of this size: the smallest part that S3 takes,
 * so that a cut line costs the least. In bytes.
 */
export const partBytes = 5 * 1024 * 1024

/** SHA-256 in hex. */
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: "sha256" })

/** As many parts as S3 takes of one file. */
const PartNumber = z.int().min(1).max(10_000)

export const StartUpload = z.strictObject({
  fileName: z.string().min(1).max(255),
  contentType: z.string().max(100),
  byteLength: z.int().nonnegative(),
  /** Of the whole file. */
  sha256: Sha256,
})

/** How the bytes of a photo are to be sent. */
export const Upload = z.discriminatedUnion("kind", [
  /** In one piece: a form, with the file as its last field, called `file`. */
  z.object({
    kind: z.literal("post"),
    url: z.url(),
    fields: z.record(z.string(), z.string()),
    expiresAt: z.iso.datetime(),
  }),
  /** In parts, numbered from 1; each is `partSize` bytes long, the last one what is left. */
  z.object({ kind: z.literal("multipart"), partSize: z.int().positive(), parts: z.int().positive() }),
])
export type Upload = z.output<typeof Upload>

export const UploadView = z.union([
  z.object({ photoId: idOf("photo"), upload: Upload }),
  z.object({ photoId: idOf("photo"), duplicate: z.literal(true) }),
])
export type UploadView = z.output<typeof UploadView>

export const UploadInput = z.strictObject({ photoId: idOf("photo") })

/** A part that storage has. */
export const Part = z.object({ partNumber: PartNumber, byteLength: z.int().nonnegative(), sha256: Sha256 })
export type Part = z.output<typeof Part>

/** How far an upload is: its bytes are all there, or how to send the rest of them. */
export const UploadProgress = z.discriminatedUnion("received", [
  z.object({ received: z.literal(true) }),
  z.object({ received: z.literal(false), upload: Upload, parts: z.array(Part) }),
])
export type UploadProgress = z.output<typeof UploadProgress>

export const SignParts = z.strictObject({
  photoId: idOf("photo"),
  parts: z
    .array(z.strictObject({ partNumber: PartNumber, sha256: Sha256 }))
    .min(1)
    .max(100)
    .refine((parts) => new Set(parts.map(({ partNumber }) => partNumber)).size === parts.length, {
      error: "part_twice",
    }),
})

/** Where to PUT parts, with exactly these headers. */
export const SignedParts = z.object({
  parts: z.array(
    z.object({ partNumber: PartNumber, url: z.url(), headers: z.record(z.string(), z.string()) }),
  ),
  expiresAt: z.iso.datetime(),
})
export type SignedParts = z.output<typeof SignedParts>
