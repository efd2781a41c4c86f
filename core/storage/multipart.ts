import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  NoSuchUpload,
  type Part as S3Part,
  UploadPartCommand,
} from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { s3 } from "./client"

/** An upload in parts that storage keeps open until it is completed or aborted. */
export type OpenUpload = { bucket: string; key: string; uploadId: string }
/** A part that arrived; `sha256` in hex, `etag` as storage names it. */
export type StoredPart = { partNumber: number; byteLength: number; sha256: string; etag: string }

const named = ({ bucket, key, uploadId }: OpenUpload) => ({ Bucket: bucket, Key: key, UploadId: uploadId })

/** Begins an upload in parts; gives its id. */
export async function openUpload(bucket: string, key: string, contentType: string): Promise<string> {
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({
      Bucket: bucket,
      Key: key,
      ContentType: contentType,
      ChecksumAlgorithm: "SHA256",
    }),
  )
  if (!UploadId) throw new Error("S3 gave no upload id")
  return UploadId
}

/** The parts that arrived, in order; undefined when there is no such upload: completed, aborted or expired. */
export async function storedParts(upload: OpenUpload): Promise<StoredPart[] | undefined> {
  const parts: StoredPart[] = []
  try {
    for (let from: string | undefined; ; ) {
      const page = await s3.send(new ListPartsCommand({ ...named(upload), PartNumberMarker: from }))
      parts.push(...(page.Parts ?? []).map(storedPart))
      // S3 names the next marker on the last page too: the SDK's own paginator would never end.
      if (!page.IsTruncated) return parts
      from = page.NextPartNumberMarker
    }
  } catch (error) {
    if (error instanceof NoSuchUpload) return undefined
    throw error
  }
}

const storedPart = ({ PartNumber = 0, Size = 0, ChecksumSHA256 = "", ETag = "" }: S3Part): StoredPart => ({
  partNumber: PartNumber,
  byteLength: Size,
  sha256: Buffer.from(ChecksumSHA256, "base64").toString("hex"),
  etag: ETag,
})

/**
 * Signs the sending of one part: these bytes, of this length, under this number, and nothing else.
 * @returns the URL, and the headers that the sender has to set; the length it sets by itself
 */
export async function signPart(
  upload: OpenUpload,
  part: { partNumber: number; byteLength: number; sha256: string },
  expiresIn: number,
): Promise<{ url: string; headers: Record<string, string> }> {
  const checksum = Buffer.from(part.sha256, "hex").toString("base64")
  const command = new UploadPartCommand({
    ...named(upload),
    PartNumber: part.partNumber,
    ContentLength: part.byteLength,
    ChecksumSHA256: checksum,
  })
  // In the query, as the signer would have it, storage does not hold the bytes against the checksum.
  const unhoistableHeaders = new Set([checksumHeader])
  const url = await getSignedUrl(s3, command, { expiresIn, unhoistableHeaders })
  return { url, headers: { [checksumHeader]: checksum } }
}

const checksumHeader = "x-amz-checksum-sha256"

/**
 * Joins parts to the object.
 * @returns false when there is no such upload (any more), or a part is no longer the one that was listed
 */
export async function joinParts(upload: OpenUpload, parts: readonly StoredPart[]): Promise<boolean> {
  const Parts = parts.map(({ partNumber, etag, sha256 }) => ({
    PartNumber: partNumber,
    ETag: etag,
    ChecksumSHA256: Buffer.from(sha256, "hex").toString("base64"),
  }))
  const command = new CompleteMultipartUploadCommand({ ...named(upload), MultipartUpload: { Parts } })
  return unless(["NoSuchUpload", "InvalidPart"], s3.send(command))
}

/** Forgets an upload and its parts. One that is gone already is no error. */
export async function abortUpload(upload: OpenUpload): Promise<void> {
  await unless(["NoSuchUpload"], s3.send(new AbortMultipartUploadCommand(named(upload))))
}

async function unless(names: readonly string[], call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return false
    throw error
  }
}
