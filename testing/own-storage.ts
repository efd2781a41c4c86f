import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll } from "vitest"
import { accessKeyId, buckets, region } from "../local/names"
import { startS3 } from "../local/s3"

/** Gives a test file an embedded storage of its own, for what is one object for the whole stage. Call it at the top. */
export function ownStorage() {
  const ends: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), "photo-sharing-storage-"))
    const secretAccessKey = process.env.AWS_SECRET_ACCESS_KEY ?? ""
    const options = { port: 0, dataDir, buckets: Object.values(buckets), region, corsOrigins: [] }
    const s3 = await startS3({ ...options, accessKeyId, secretAccessKey })
    process.env.AWS_ENDPOINT_URL_S3 = s3.url
    ends.push(
      () => s3.close(),
      () => rm(dataDir, { recursive: true, force: true }),
    )
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })
}
