import { mkdirSync } from "node:fs"
import path from "node:path"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { S3Client } from "@aws-sdk/client-s3"
import type { S3EventRecord } from "aws-lambda"
import { startDesk } from "./desk/server"
import { type Dynamo, startDynamo } from "./dynamo"
import { type Endpoints, localEnvironment, type SettingsOverrides } from "./environment"
import { accessKeyId, buckets, region, tableName } from "./names"
import { messageOf, Problem, reasonOf } from "./problem"
import { startS3 } from "./s3"
import { loadSecrets } from "./secrets"
import type { ProviderSecrets } from "./settings"
import { ensureTable } from "./table"

export type ServiceOptions = {
  dataDir: string
  ports: { dynamo: number; s3: number; desk: number }
  siteUrl: string
  overrides?: SettingsOverrides
  providerSecrets?: ProviderSecrets
  /** A DynamoDB that already runs on this machine, instead of the embedded one. */
  dynamoEndpoint?: string
  /** Awaited before storage acknowledges a write. */
  onStored?: (record: S3EventRecord) => Promise<void> | void
  /** Takes an event that is left with a function, named as in AWS. */
  invoke?: (name: string, event: unknown) => Promise<void>
}

export type Services = Awaited<ReturnType<typeof startServices>>

/**
 * Starts what the product needs of AWS in a data folder that is ours: the table, the buckets, the desk.
 * @returns the environment that makes the product use them
 * @throws Problem when one of them cannot start
 */
export async function startServices(options: ServiceOptions) {
  const { dataDir, ports, siteUrl, overrides, providerSecrets, dynamoEndpoint } = options
  const secrets = await loadSecrets(dataDir)
  const credentials = { accessKeyId, secretAccessKey: secrets.storageKey }
  const closers: (() => Promise<unknown> | unknown)[] = []
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end()
  }
  try {
    const dynamo: Pick<Dynamo, "url"> & Partial<Dynamo> = dynamoEndpoint
      ? { url: dynamoEndpoint }
      : await startDynamo({ port: ports.dynamo, dataDir })
    closers.push(() => dynamo.program?.stop())

    const storageFolder = path.join(dataDir, "s3")
    mkdirSync(storageFolder, { recursive: true, mode: 0o700 })
    const s3 = await startS3({
      port: ports.s3,
      dataDir: storageFolder,
      buckets: Object.values(buckets),
      region,
      ...credentials,
      corsOrigins: [siteUrl, siteUrl.replace("//localhost", "//127.0.0.1")],
      onEvent: options.onStored,
    }).catch((error) => {
      throw new Problem(
        `The embedded storage did not start on ${storageFolder} (${messageOf(error)}): put that right, or start anew with --reset.`,
      )
    })
    closers.push(() => s3.close())

    const media = new S3Client({ region, credentials, endpoint: s3.url, forcePathStyle: true })
    const mailFolder = path.join(dataDir, "mail")
    const desk = await startDesk({
      port: ports.desk,
      dataDir,
      mailFolder,
      s3: media,
      mediaBucket: buckets.media,
      invoke: options.invoke,
    })
    closers.push(
      () => desk.close(),
      () => media.destroy(),
    )

    const client = new DynamoDBClient({ region, credentials, endpoint: dynamo.url })
    const streamArn = await ensureTable(client, tableName)
      .catch((error) => {
        if (error instanceof Problem || !dynamoEndpoint) throw error
        throw new Problem(
          `The DynamoDB at ${dynamoEndpoint} cannot be used (${reasonOf(error)}): start it, or unset AWS_ENDPOINT_URL_DYNAMODB to use the embedded one.`,
        )
      })
      .finally(() => client.destroy())
    const endpoints: Endpoints = { site: siteUrl, dynamo: dynamo.url, s3: s3.url, desk: desk.url }
    const env = localEnvironment({ endpoints, secrets, overrides, providerSecrets })
    return { env, endpoints, credentials, dynamo, streamArn, close }
  } catch (error) {
    await close()
    throw error
  }
}
