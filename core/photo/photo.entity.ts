import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"
import { traced } from "../traced"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** A photo from its first byte on: upload, processing, and what the pipeline found. */
export const PhotoEntity = new Entity({
  model: model("photo"),
  attributes: {
    photoId: { type: "string", required: true },
    userId: { type: "string", required: true },
    state: {
      type: ["awaiting", "processing", "ready", "failed", "quarantined"] as const,
      required: true,
    },
    reason: { type: "string" },
    sha256: { type: "string", required: true },
    byteLength: { type: "number", required: true },
    /** What the browser said that the bytes are. */
    contentType: { type: "string", required: true },
    /** Part of every variant's name: addresses are immutable. */
    version: { type: "number", required: true, default: 1 },
    /** Whether the CDN has the variants. */
    public: { type: "boolean", required: true, default: false },
    /** Names the copies at the CDN; raised whenever its post leaves the public. See `Photo.editionOf`. */
    edition: { type: "number" },
    width: { type: "number" },
    height: { type: "number" },
    color: { type: "string" },
    thumbhash: { type: "string" },
    /** How it looks: see core/image/dhash. */
    dhash: { type: "string" },
    animated: { type: "boolean" },
    camera: { type: "any" },
    receipt: { type: "any" },
    /** Where it was taken, as exactly as the file says; its owner's alone. */
    location: { type: "any" },
    /** What the bytes turned out to be: jpeg, heic, … names the original when its owner downloads it. */
    kind: { type: "string" },
    /** The multipart upload that the bytes come through, where they come in parts. */
    uploadId: { type: "string" },
    draftId: { type: "string" },
    postId: { type: "string" },
    /** Whether it stands beside its owner's name; such a photo is in no post and no draft. */
    avatar: { type: "boolean" },
    /** Sent by a guest of an album of its owner's, for whom nobody vouches. */
    guest: {
      type: "map",
      properties: {
        name: { type: "string", required: true },
        shareId: { type: "string", required: true },
        albumId: { type: "string", required: true },
      },
    },
    /** Which invocation encodes, until when (epoch seconds). */
    leaseBy: { type: "string" },
    leaseUntil: { type: "number" },
    /** Of the S3 event that was taken: an older one is ignored. */
    sequencer: { type: "string" },
    requestId: traced,
    createdAt: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
  },
  indexes: {
    byId: primaryKey("PHOTO#{photoId}", "META"),
    /** A person's photos: export, deletion of the account. */
    byUser: indexKey("gsi1", "USER#{userId}#PHOTOS", "{photoId}"),
    /** Work left: abandoned uploads, stuck and failed photos, ready ones that nobody uses. */
    byState: {
      ...indexKey("gsi2", "PHOTO#{state}", "{updatedAt}"),
      condition: (photo: Record<string, unknown>) =>
        photo.state !== "ready" || !(photo.postId || photo.avatar),
    },
  },
})

/** Says that a photo was deleted, so that a late event cleans up. Gone after a day. */
export const PhotoGoneEntity = new Entity({
  model: model("photoGone"),
  attributes: {
    photoId: { type: "string", required: true },
    expires: { type: "number", required: true },
  },
  indexes: { byId: primaryKey("PHOTO#{photoId}", "GONE") },
})

/** Finds a photo that this person has already uploaded. */
export const PhotoHashEntity = new Entity({
  model: model("photoHash"),
  attributes: {
    userId: { type: "string", required: true },
    sha256: { type: "string", required: true },
    photoId: { type: "string", required: true },
  },
  indexes: { byHash: primaryKey("USER#{userId}#SHA", "{sha256}") },
})

/** What a person uploaded on one day (UTC). */
export const QuotaEntity = new Entity({
  model: model("quota"),
  attributes: {
    userId: { type: "string", required: true },
    day: { type: "string", required: true },
    photos: { type: "number", required: true, default: 0 },
    bytes: { type: "number", required: true, default: 0 },
    expires: { type: "number", required: true },
  },
  indexes: { byDay: primaryKey("USER#{userId}#QUOTA", "{day}") },
})
