import { S3Client } from "@aws-sdk/client-s3"

/**
 * The one client of storage. Without WHEN_REQUIRED a signed URL would carry the checksum of an empty body.
 */
export const s3 = new S3Client({
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
  maxAttempts: 4,
})
