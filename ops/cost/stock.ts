import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3"
import type { Usage } from "../../core/cost/cost.schema"
import { describeTable } from "../db/facts"
import type { Series } from "../metrics/series"
import type { Stage } from "../stage"

const day = 86_400
type Period = { since: number; until: number }

/** What the CDN delivered; undefined where there is none, or nobody counted. */
export async function deliveryOf(stage: Stage, { since, until }: Period): Promise<Usage | undefined> {
  const { distribution } = await stage.outputs()
  if (!distribution || stage.isLocal) return undefined
  const of = (metric: string): Series => ({
    service: "cloudfront",
    namespace: "AWS/CloudFront",
    metric,
    stat: "Sum",
    unit: "",
    dimensions: { DistributionId: distribution, Region: "Global" },
    isGlobal: true,
  })
  const [requests, bytes] = await read(stage, [of("Requests"), of("BytesDownloaded")], { since, until })
  if (requests === undefined && bytes === undefined) return undefined
  return { cdnRequests: requests ?? 0, cdnBytes: bytes ?? 0 }
}

/** What lies in the buckets and in the table, for a part of a month; undefined where nobody knows. */
export async function keepingOf(stage: Stage, days: number): Promise<Usage | undefined> {
  const { TableSizeBytes = 0 } = await describeTable(stage.client(DynamoDBClient), stage.names.table)
  const bytes = stage.isLocal ? await listed(stage) : await counted(stage)
  if (bytes === undefined && TableSizeBytes === 0) return undefined
  const months = days / 30
  return { storageByteMonths: (bytes ?? 0) * months, tableByteMonths: TableSizeBytes * months }
}

async function listed(stage: Stage): Promise<number> {
  const { originals, media } = await stage.outputs()
  let bytes = 0
  for (const Bucket of [originals, media]) {
    const pages = paginateListObjectsV2({ client: stage.client(S3Client) }, { Bucket })
    for await (const { Contents = [] } of pages) for (const { Size = 0 } of Contents) bytes += Size
  }
  return bytes
}

/** As S3 tells once a day, of the last days. */
async function counted(stage: Stage): Promise<number | undefined> {
  const { originals, media } = await stage.outputs()
  const series = [originals, media].map(
    (BucketName): Series => ({
      service: "product",
      namespace: "AWS/S3",
      metric: "BucketSizeBytes",
      stat: "Average",
      unit: "",
      dimensions: { BucketName, StorageType: "StandardStorage" },
    }),
  )
  const until = Date.now()
  const found = await read(
    stage,
    series,
    { since: until - 3 * day * 1000, until },
    (values) => values.at(-1) ?? 0,
  )
  const known = found.filter((bytes) => bytes !== undefined)
  return known.length > 0 ? known.reduce((sum, bytes) => sum + bytes, 0) : undefined
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

async function read(stage: Stage, series: Series[], { since, until }: Period, as = sum) {
  const whole = day * 1000
  const window = {
    since: Math.floor(since / whole) * whole,
    until: Math.ceil(until / whole) * whole,
    step: day,
  }
  const all = await stage.metrics().read(series, window)
  return all.map((values) => {
    const known = values.filter((value) => value !== undefined)
    return known.length > 0 ? as(known) : undefined
  })
}
