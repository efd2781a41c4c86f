import { GetObjectCommand } from "@aws-sdk/client-s3"
import { createPresignedPost } from "@aws-sdk/s3-presigned-post"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { later } from "../time"
import { s3 } from "./client"

export type SignedPost = { url: string; fields: Record<string, string>; expiresAt: string }

/** How long sending may be begun after it was signed, in seconds. */
export const uploadSeconds = 3600
/** How long a private photo's address works, in seconds: an audience that narrows holds within a minute. */
export const readSeconds = 60

/**
 * Signs an upload of exactly these bytes to exactly this key.
 * @param sha256 of the file, in hex; storage refuses other bytes
 */
export async function signUpload(upload: {
  bucket: string
  key: string
  contentType: string
  byteLength: number
  sha256: string
}): Promise<SignedPost> {
  const checksum = Buffer.from(upload.sha256, "hex").toString("base64")
  const fields = {
    "Content-Type": upload.contentType,
    "x-amz-checksum-algorithm": "SHA256",
    "x-amz-checksum-sha256": checksum,
    success_action_status: "204",
  }
  const signed = await createPresignedPost(s3, {
    Bucket: upload.bucket,
    Key: upload.key,
    Expires: uploadSeconds,
    Fields: fields,
    Conditions: [
      ["content-length-range", upload.byteLength, upload.byteLength],
      ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ],
  })
  return { url: signed.url, fields: signed.fields, expiresAt: later(uploadSeconds) }
}

/** Signs the address of an object for a minute. */
export const signRead = (bucket: string, key: string, download?: string) =>
  getSignedUrl(
    s3,
    new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ResponseCacheControl: "private, max-age=50",
      ...(download ? { ResponseContentDisposition: `attachment; filename="${download}"` } : {}),
    }),
    { expiresIn: readSeconds },
  )
