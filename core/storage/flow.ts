import { createHash } from "node:crypto"
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3"
import { s3 } from "./client"

/** The bytes of an object as they come; throws what `isMissing` knows when there is none. */
export async function readFlow(bucket: string, key: string): Promise<AsyncIterable<Uint8Array>> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  if (!Body) throw new Error("S3 gave no body")
  return Body as unknown as AsyncIterable<Uint8Array>
}

/** What is held in memory before it is sent; storage takes 10,000 of them. */
const pieceBytes = 8 * 1024 * 1024

/**
 * Writes what comes, however much it is, a piece at a time. When it is cut off nothing is there: storage forgets the
 * pieces after a day.
 * @param passed is called after each piece with how many bytes were sent; it throws to stop
 */
export async function writeFlow(
  bucket: string,
  key: string,
  flow: AsyncIterable<Uint8Array>,
  contentType: string,
  passed: (bytes: number) => Promise<void> = async () => {},
): Promise<{ byteLength: number; sha256: string }> {
  const at = { Bucket: bucket, Key: key }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...at, ContentType: contentType }))
  const whole = createHash("sha256")
  const Parts: { PartNumber: number; ETag: string | undefined }[] = []
  let byteLength = 0
  try {
    for await (const Body of piecesOf(flow)) {
      const PartNumber = Parts.length + 1
      const { ETag } = await s3.send(new UploadPartCommand({ ...at, UploadId, PartNumber, Body }))
      Parts.push({ PartNumber, ETag })
      whole.update(Body)
      byteLength += Body.length
      await passed(byteLength)
    }
    await s3.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }))
    return { byteLength, sha256: whole.digest("hex") }
  } catch (error) {
    await s3.send(new AbortMultipartUploadCommand({ ...at, UploadId })).catch(() => {})
    throw error
  }
}

async function* piecesOf(flow: AsyncIterable<Uint8Array>) {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of flow) {
    held.push(chunk)
    bytes += chunk.length
    if (bytes < pieceBytes) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}
