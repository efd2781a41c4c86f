import type { S3EventRecord } from "aws-lambda"
import { expect, test } from "vitest"
import { isUpload } from "./deliveries"
import { buckets } from "./names"

test.each([
  ["an upload", "ObjectCreated:Post", buckets.originals, "incoming/usr_1/pho_1", true],
  ["an upload in parts", "ObjectCreated:CompleteMultipartUpload", buckets.originals, "incoming/a+b", true],
  ["an encoded prefix", "ObjectCreated:Put", buckets.originals, "incoming%2Fa", true],
  ["what was kept", "ObjectCreated:Copy", buckets.originals, "kept/usr_1/pho_1", false],
  ["a variant", "ObjectCreated:Put", buckets.media, "incoming/a", false],
  ["a removal", "ObjectRemoved:Delete", buckets.originals, "incoming/a", false],
])("%s is delivered to photo-uploaded, or not", (_, eventName, bucket, key, delivered) => {
  const record = { eventName, s3: { bucket: { name: bucket }, object: { key } } } as S3EventRecord
  expect(isUpload(record)).toBe(delivered)
})
