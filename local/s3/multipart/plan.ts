import { createHash } from "node:crypto"
import { z } from "zod"
import { CHECKSUM_NAMES, type ChecksumName } from "../body/checksums"
import { S3Error } from "../http/error"
import { readXml } from "../http/xml"
import { matches } from "../object/conditions"
import type { Part, Upload } from "../store/upload-store"

const MIN_PART_BYTES = 5 * 1024 * 1024
const MAX_PARTS = 10_000

const checksum = z.string().optional()
const Document = z.object({
  CompleteMultipartUpload: z.object({
    Part: z
      .array(
        z.object({
          PartNumber: z.coerce.number().int().min(1).max(MAX_PARTS),
          ETag: z.string().min(1),
          ChecksumCRC32: checksum,
          ChecksumCRC32C: checksum,
          ChecksumCRC64NVME: checksum,
          ChecksumSHA1: checksum,
          ChecksumSHA256: checksum,
        }),
      )
      .min(1)
      .max(MAX_PARTS),
  }),
})

/**
 * Reads the parts that a completion lists and holds them against those that were uploaded.
 * @throws S3Error `MalformedXML`, `InvalidPartOrder`, `InvalidPart`, `EntityTooSmall` or `InvalidRequest`.
 */
export function readPlan(xml: string, upload: Upload): Part[] {
  const listed = readXml(xml, Document).CompleteMultipartUpload.Part
  const parts: Part[] = []
  for (const entry of listed) {
    const part = upload.parts.get(entry.PartNumber)
    const before = parts.at(-1)
    if (before && before.number >= entry.PartNumber) {
      throw new S3Error(
        "InvalidPartOrder",
        "The list of parts was not in ascending order. Parts must be ordered by part number.",
      )
    }
    if (!part || !matches(entry.ETag.trim(), part.etag)) throw invalidPart(upload, entry.PartNumber)
    for (const name of CHECKSUM_NAMES) {
      const value = entry[`Checksum${name}`]
      if (value !== undefined && value !== part.checksums[name]) throw invalidPart(upload, entry.PartNumber)
    }
    if (upload.checksum?.type === "COMPOSITE" && entry[`Checksum${upload.checksum.name}`] === undefined) {
      const name = upload.checksum.name.toLowerCase()
      throw new S3Error(
        "InvalidRequest",
        `The upload was created using a ${name} checksum. The complete request must include the checksum for each part. It was missing for part ${entry.PartNumber} in the request.`,
      )
    }
    if (before && before.size < MIN_PART_BYTES) {
      throw new S3Error("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", {
        ProposedSize: before.size,
        MinSizeAllowed: MIN_PART_BYTES,
        PartNumber: before.number,
        ETag: before.etag,
      })
    }
    parts.push(part)
  }
  return parts
}

/** The ETag of a multipart object: the MD5 of its parts' MD5s, and their number. */
export function multipartEtag(parts: Part[]): string {
  const all = Buffer.from(parts.map((part) => part.etag).join(""), "hex")
  return `${createHash("md5").update(all).digest("hex")}-${parts.length}`
}

/** The bytes that a composite checksum is computed over. */
export function compositeSource(parts: Part[], name: ChecksumName): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from(part.checksums[name] ?? "", "base64")))
}

function invalidPart(upload: Upload, number: number): S3Error {
  return new S3Error(
    "InvalidPart",
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    {
      UploadId: upload.id,
      PartNumber: number,
    },
  )
}
