import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
} from "@aws-sdk/client-s3"
import { s3 } from "./client"

export { readDocument, writeDocument } from "./document"
export { readFlow, writeFlow } from "./flow"
export {
  exportKey,
  exportPrefix,
  importKey,
  importPrefix,
  type ObjectKey,
  originalKey,
  parseImportKey,
  parseKey,
  type VariantKey,
  variantKey,
  variantPrefix,
} from "./keys"
export {
  abortUpload,
  joinParts,
  type OpenUpload,
  openUpload,
  type StoredPart,
  signPart,
  storedParts,
} from "./multipart"
export { abortAll, openUploads } from "./open-uploads"
export { readSeconds, type SignedPost, signRead, signUpload, uploadSeconds } from "./sign"

/** Whether an error says that there is no such object. */
export const isMissing = (error: unknown) => error instanceof NoSuchKey

/** The bytes of an object; throws when there is none. */
export async function read(bucket: string, key: string): Promise<Buffer> {
  const object = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  if (!object.Body) throw new Error("S3 gave no body")
  return Buffer.from(await object.Body.transformToByteArray())
}

/** Some bytes of an object, from `start` up to `end`, which is not among them; throws when there is none. */
export async function readRange(bucket: string, key: string, start: number, end: number): Promise<Buffer> {
  const Range = `bytes=${start}-${end - 1}`
  const object = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }))
  if (!object.Body) throw new Error("S3 gave no body")
  return Buffer.from(await object.Body.transformToByteArray())
}

/** Puts an object that nobody caches. */
export async function put(bucket: string, key: string, body: Buffer, contentType: string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }))
}

/** Whether there is such an object. */
export async function exists(bucket: string, key: string): Promise<boolean> {
  try {
    await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

const immutable = "public, max-age=31536000, immutable"

/** Writes a variant, cacheable for ever: its name changes whenever its bytes do. */
export async function write(bucket: string, key: string, body: Buffer, contentType: string): Promise<void> {
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: body,
      ContentType: contentType,
      CacheControl: immutable,
    }),
  )
}

/**
 * Copies an object. Onto itself it makes storage announce the object again.
 * @throws Error that `isMissing` knows when the source is not there
 */
export async function copy(bucket: string, from: string, to: string): Promise<void> {
  const again =
    from === to ? ({ MetadataDirective: "REPLACE", Metadata: { again: `${Date.now()}` } } as const) : {}
  await s3.send(
    new CopyObjectCommand({
      Bucket: bucket,
      Key: to,
      CopySource: `${bucket}/${encodeURIComponent(from)}`,
      ...again,
    }),
  )
}

/** Writes an object where there is none; what is there already stays. */
export async function writeOnce(
  bucket: string,
  key: string,
  body: Buffer,
  contentType: string,
): Promise<void> {
  try {
    const put = { Bucket: bucket, Key: key, Body: body, ContentType: contentType, IfNoneMatch: "*" }
    await s3.send(new PutObjectCommand(put))
  } catch (error) {
    if ((error as Error).name !== "PreconditionFailed") throw error
  }
}

/** All keys that begin so, in order. */
export async function* allKeys(bucket: string, prefix: string): AsyncGenerator<string> {
  let token: string | undefined
  do {
    const list = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
    )
    for (const { Key } of list.Contents ?? []) if (Key) yield Key
    token = list.NextContinuationToken
  } while (token)
}

/** The keys that begin so, up to a thousand. */
export async function keys(bucket: string, prefix: string): Promise<string[]> {
  const list = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }))
  return (list.Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : []))
}

/** Removes every version of every object whose key begins so. Nothing there is no error. */
export async function removeAll(bucket: string, prefix: string): Promise<void> {
  for (;;) {
    const list = await s3.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, MaxKeys: 1000 }),
    )
    const found = [...(list.Versions ?? []), ...(list.DeleteMarkers ?? [])]
    const Objects = found.flatMap(({ Key, VersionId }) => (Key ? [{ Key, VersionId }] : []))
    if (Objects.length === 0) return
    const { Errors } = await s3.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    )
    if (Errors?.length) throw new Error(`S3 did not delete ${Errors.length} objects: ${Errors[0]?.Code}`)
    if (!list.IsTruncated) return
  }
}

/** Throws when the bucket cannot be reached within the time the signal gives. */
export async function probe(bucket: string, signal: AbortSignal): Promise<void> {
  await s3.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal: signal })
}
