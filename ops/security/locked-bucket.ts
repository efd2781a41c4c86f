import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import {
  GetObjectLockConfigurationCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3"
import { OpsProblem } from "../problem"
import type { Stage } from "../stage"
import { hashOf } from "./evidence"

/**
 * The bucket from which nobody takes anything away before its time.
 * @throws OpsProblem when the stage has none, or it is not locked
 */
export async function lockedBucket(stage: Stage): Promise<string> {
  const { evidence } = await stage.outputs()
  if (!evidence)
    throw new OpsProblem(
      `Stage ${stage.name} has no bucket for evidence yet.`,
      "It comes with the next deployment; until then: --to <folder>",
    )
  const { ObjectLockConfiguration } = await stage
    .client(S3Client)
    .send(new GetObjectLockConfigurationCommand({ Bucket: evidence }))
  if (ObjectLockConfiguration?.ObjectLockEnabled !== "Enabled")
    throw new OpsProblem(`${evidence} is not locked.`, "infra/storage.ts makes it so; look who changed that.")
  return evidence
}

/**
 * Puts a file into the bucket and locks it. S3 refuses it when its bytes are not those of the hash.
 * @param until when the lock ends
 * @returns until when S3 says that it is locked
 */
export async function lockAway(
  stage: Stage,
  { bucket, key, file, until }: { bucket: string; key: string; file: string; until: Date },
): Promise<string> {
  const client = stage.client(S3Client)
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: createReadStream(file),
      ContentLength: (await stat(file)).size,
      ChecksumAlgorithm: "SHA256",
      ChecksumSHA256: Buffer.from(await hashOf(file), "hex").toString("base64"),
      // In production not even whoever owns the account ends it sooner.
      ObjectLockMode: stage.name === "production" ? "COMPLIANCE" : "GOVERNANCE",
      ObjectLockRetainUntilDate: until,
    }),
  )
  const { ObjectLockRetainUntilDate: lockedUntil } = await client.send(
    new HeadObjectCommand({ Bucket: bucket, Key: key }),
  )
  if (!lockedUntil) throw new Error(`${key} is in ${bucket}, and not locked`)
  return lockedUntil.toISOString()
}
