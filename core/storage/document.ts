import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3ServiceException } from "@aws-sdk/client-s3"
import { s3 } from "./client"

/** A text that several writers change: `etag` is its version. */
export type Document = { text: string; etag: string }

/** A text and its version; undefined when there is none. */
export async function readDocument(bucket: string, key: string): Promise<Document | undefined> {
  try {
    const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    if (!Body || !ETag) throw new Error("S3 gave no body or no ETag")
    return { text: await Body.transformToString(), etag: ETag }
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
}

export type NewDocument = {
  text: string
  contentType: string
  /** Seconds for which anybody may keep it. */
  seconds: number
  /** What it replaces: that version and no other, or nothing (`none`). Whatever is there when not given. */
  replaces?: string | "none"
}

/** Writes a text. @returns false when another version is there than the one that it replaces */
export async function writeDocument(bucket: string, key: string, document: NewDocument): Promise<boolean> {
  const { text, contentType, seconds, replaces } = document
  const condition = replaces === "none" ? { IfNoneMatch: "*" } : { IfMatch: replaces }
  try {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: text,
        ContentType: contentType,
        CacheControl: `public, max-age=${seconds}`,
        ...(replaces === undefined ? {} : condition),
      }),
    )
    return true
  } catch (error) {
    // 409: two conditional writes at the same time, of which the other won.
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
    if (status === 412 || status === 409) return false
    throw error
  }
}
