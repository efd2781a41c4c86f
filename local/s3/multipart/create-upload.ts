import { type ChecksumName, checksumName } from "../body/checksums"
import { S3Error } from "../http/error"
import type { Reply, S3Context, S3Request } from "../http/types"
import { metadataIn } from "../object/metadata"
import type { Upload } from "../store/upload-store"

/** CreateMultipartUpload. */
export async function createUpload(request: S3Request, context: S3Context): Promise<Reply> {
  const { bucket, key, headers } = request
  const checksum = readChecksum(headers)
  const upload = await context.uploads.create({ bucket, key, headers: metadataIn(headers), checksum })
  const answer: Record<string, string> = checksum
    ? { "x-amz-checksum-algorithm": checksum.name, "x-amz-checksum-type": checksum.type }
    : {}
  return {
    headers: answer,
    xml: {
      root: "InitiateMultipartUploadResult",
      content: { Bucket: bucket, Key: key, UploadId: upload.id },
    },
  }
}

function readChecksum(headers: Record<string, string>): Upload["checksum"] {
  const algorithm = headers["x-amz-checksum-algorithm"]
  if (algorithm === undefined) return undefined
  const name = checksumName(algorithm)
  const type = headers["x-amz-checksum-type"]?.toUpperCase() ?? defaultType(name)
  if (type !== "FULL_OBJECT" && type !== "COMPOSITE") {
    throw new S3Error("InvalidRequest", "Value for x-amz-checksum-type header is invalid.")
  }
  const impossible = type === "FULL_OBJECT" ? name.startsWith("SHA") : name === "CRC64NVME"
  if (impossible) {
    throw new S3Error(
      "InvalidRequest",
      `The ${type} checksum type cannot be used with the ${name.toLowerCase()} checksum algorithm.`,
    )
  }
  return { name, type }
}

function defaultType(name: ChecksumName): "FULL_OBJECT" | "COMPOSITE" {
  return name === "CRC64NVME" ? "FULL_OBJECT" : "COMPOSITE"
}
