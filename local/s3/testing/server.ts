import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { S3Client } from "@aws-sdk/client-s3"
import type { S3EventRecord } from "aws-lambda"
import { type S3Options, type S3Server, startS3 } from "../index"
import { BUCKET, CREDENTIALS, ORIGIN, OTHER_BUCKET } from "./names"

/** A server over a folder of its own, a client for it and the events it handed over. */
export type TestServer = {
  url: string
  client: S3Client
  events: S3EventRecord[]
  dataDir: string
  /** Stops the server and starts one over the same folder. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startTestServer(overrides: Partial<S3Options> = {}): Promise<TestServer> {
  const dataDir = overrides.dataDir ?? (await mkdtemp(join(tmpdir(), "s3-test-")))
  const events: S3EventRecord[] = []
  const options: S3Options = {
    port: 0,
    dataDir,
    buckets: [BUCKET, OTHER_BUCKET],
    corsOrigins: [ORIGIN],
    onEvent: (event) => void events.push(event),
    ...CREDENTIALS,
    ...overrides,
  }
  let server: S3Server = await startS3(options)
  const test: TestServer = {
    url: server.url,
    client: clientFor(server.url),
    events,
    dataDir,
    restart: async () => {
      test.client.destroy()
      await server.close()
      server = await startS3(options)
      test.url = server.url
      test.client = clientFor(server.url)
    },
    close: async () => {
      test.client.destroy()
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return test
}

/** A client as the application has it, without retries, so that a refusal is seen at once. */
export function clientFor(endpoint: string, credentials = CREDENTIALS): S3Client {
  return new S3Client({ endpoint, region: "us-east-1", forcePathStyle: true, maxAttempts: 1, credentials })
}
