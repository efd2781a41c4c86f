import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch"
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs"
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { CreateBucketCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3"
import { CreateQueueCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs"
import { PutTraceSegmentsCommand, XRayClient } from "@aws-sdk/client-xray"
import { beforeEach, describe, expect, inject, it } from "vitest"
import { Cost } from "../../core/cost"
import { Release } from "../../core/release"
import { tableShape } from "../../core/table/shape"
import { temporaryFolder } from "../../local/test-kit"
import { openStage } from "../stage"
import { npmSays } from "../testing/npm"
import { ops } from "../testing/ops"
import type { Section } from "./report"

const app = (thing: string) => `photo-sharing-app-staging-${thing}`
const stage = ["--stage", "staging"]
const day = 86_400_000

/** Writes lines into the log of a function; those of this run are a minute old. */
async function givenLog(name: string, lines: object[]) {
  const logs = new CloudWatchLogsClient({})
  const at = { logGroupName: `/aws/lambda/${app(name)}`, logStreamName: "s" }
  await logs.send(new CreateLogGroupCommand({ logGroupName: at.logGroupName }))
  await logs.send(new CreateLogStreamCommand(at))
  const timestamp = Date.now() - 60_000
  const logEvents = lines.map((line) => ({ timestamp, message: JSON.stringify(line) }))
  await logs.send(new PutLogEventsCommand({ ...at, logEvents }))
}

async function made(kind: "weekly" | "monthly", ...words: string[]) {
  const folder = await temporaryFolder()
  const { code, out, errors } = await ops("maintenance", kind, ...stage, "--out", folder, "--json", ...words)
  const report = JSON.parse(out || "{}")
  const of = (title: string) => report.sections?.find((one: Section) => one.title === title) as Section
  const needs = (report.needs ?? []).map(({ what }: { what: string }) => what) as string[]
  return { code, errors, report, of, needs }
}

beforeEach(async () => {
  const TableName = app("table")
  await new DynamoDBClient({}).send(new CreateTableCommand(tableShape(TableName)))
  await (await openStage("staging")).link()
  const site = "https://staging.example"
  const outputs = {
    ...{ stage: "staging", region: "ap-northeast-1", site, api: site, apiId: "a1", distribution: "E1" },
    ...{ table: TableName, originals: app("originals"), media: app("media") },
  }
  const release = { tag: "t1", commit: "a".repeat(40), by: "ada", outcome: "good" as const, outputs }
  await Release.record({ kind: "system" }, release)
})

describe("on AWS", () => {
  it("the week's report reads logs, metrics, letters, recovery, and goes into storage (rows 31 to 33)", async () => {
    await npmSays({ vulnerabilities: {} }, 0)
    await givenLog("api", [
      { level: "ERROR", message: "request failed", error: { name: "E", message: "boom 1" } },
      { level: "ERROR", message: "request failed", error: { name: "E", message: "boom 2" } },
      { level: "INFO", message: "request" },
    ])
    const put = (Value: number, ago: number) =>
      new CloudWatchClient({}).send(
        new PutMetricDataCommand({
          Namespace: "AWS/ApiGateway",
          MetricData: [
            {
              MetricName: "Count",
              Value,
              Timestamp: new Date(Date.now() - ago),
              Dimensions: [{ Name: "ApiId", Value: "a1" }],
            },
          ],
        }),
      )
    await put(300, 2 * day)
    await put(200, 9 * day)
    const queue = { QueueName: app("digest-dead-letters") }
    const { QueueUrl } = await new SQSClient({}).send(new CreateQueueCommand(queue))
    await new SQSClient({}).send(new SendMessageCommand({ QueueUrl, MessageBody: "{}" }))
    await new S3Client({ forcePathStyle: true }).send(
      new CreateBucketCommand({
        Bucket: "reports",
        CreateBucketConfiguration: { LocationConstraint: "ap-northeast-1" },
      }),
    )
    const { code, of, needs, report } = await made("weekly", "--upload", "s3://reports/weekly/")
    expect(code).toBe(1)
    expect(of("Errors").tables?.[0]?.rows.map(([times, log, what]) => [times, log, what])).toEqual([
      ["2", "api", "request failed: E: boom #"],
    ])
    expect(of("Metrics").tables?.[0]?.rows).toContainEqual(["Count", "sum", "300", "200", "+50 %"])
    expect(of("Dependencies").state).toBe("ok")
    expect(report.needs).toContainEqual({
      what: "1 dead letter of digest to look at.",
      command: "dlq list --of digest --stage staging",
    })
    expect(needs).toContain("1 dead letter of digest to look at.")
    expect(needs).toContain("Point-in-time recovery is OFF: what is deleted by mistake is gone.")
    expect(report.sections.filter(({ state }: Section) => state === "unknown")).toEqual([])
    const Key = `weekly/weekly-${new Date().toISOString().slice(0, 10)}.html`
    expect(report.files).toContain(`s3://reports/${Key}`)
    const { Body, ContentType } = await new S3Client({ forcePathStyle: true }).send(
      new GetObjectCommand({ Bucket: "reports", Key }),
    )
    expect(ContentType).toBe("text/html; charset=utf-8")
    expect(await Body?.transformToString()).toContain("Weekly maintenance")
  })

  it("the month's report reads the bill, X-Ray day by day, and our own meter (rows 34 and 35)", async () => {
    const month = (Start: string, amounts: Record<string, string>) => ({
      TimePeriod: { Start, End: Start },
      Groups: Object.entries(amounts).map(([name, Amount]) => ({
        Keys: [name],
        Metrics: { BlendedCost: { Amount, Unit: "USD" } },
      })),
    })
    const ResultsByTime = [
      month("2026-09-01", { Lambda: "10", S3: "30" }),
      month("2026-10-01", { Lambda: "40", S3: "40" }),
      month("2026-11-01", { Lambda: "1" }),
    ]
    await fetch(`${inject("aws")}/moto-api/static/ce/cost-and-usage-results`, {
      method: "POST",
      body: JSON.stringify({ results: [{ ResultsByTime }] }),
    })
    const trace = (ago: number, seconds: number) => {
      const start_time = (Date.now() - ago) / 1000
      const id = `1-${Math.floor(start_time).toString(16)}-${"a".repeat(24)}`
      const segment = {
        trace_id: id,
        id: "b".repeat(16),
        name: "api",
        start_time,
        end_time: start_time + seconds,
      }
      return JSON.stringify(segment)
    }
    const TraceSegmentDocuments = [trace(day / 2, 3), trace(10.5 * day, 1)]
    await new XRayClient({}).send(new PutTraceSegmentsCommand({ TraceSegmentDocuments }))
    await givenLog("api", [
      {
        message: "request",
        method: "GET",
        route: "/api/feed/home",
        duration: 100,
        tableTime: 60,
        readUnits: 10,
      },
    ])
    const { of, needs, report } = await made("monthly")
    expect(report.sections.filter(({ state }: Section) => state === "unknown")).toEqual([])
    expect(of("The account's bill").tables?.[0]?.rows).toEqual([
      ["2026-09", "$40.00", "S3 $30.00, Lambda $10.00"],
      ["2026-10", "$80.00", expect.any(String)],
      ["2026-11", "$1.00", "Lambda $1.00"],
    ])
    expect(needs).toContain("The bill of 2026-10 is 100 % above the month before.")
    expect(of("Where time goes").said).toContain("X-Ray has 2 traces, 0 with a fault, asked day by day.")
    expect(of("Where time goes").tables?.[0]?.rows).toEqual([
      ["GET /api/feed/home", "1", "100 ms", "100 ms", "60 %", "0 %", "40 %"],
    ])
    expect(of("Capacity and indexes").tables?.[0]?.rows[0]?.slice(0, 1)).toEqual(["(table)"])
    expect(needs).toContain("Nobody read index gsi2 in 30 days: ask whether it is needed.")
  })

  it("cost adds what the logs say to the days that are rolled up, and what the CDN delivered", async () => {
    process.env.POWERTOOLS_SERVICE_NAME = "photo-sharing-app-staging"
    // Between two looks at the clock no day may end.
    const now = Date.now()
    await givenLog("api", [
      { message: "request", route: "/api/feed/home", duration: 100, readUnits: 1_000_000 },
    ])
    await new CloudWatchClient({ region: "us-east-1" }).send(
      new PutMetricDataCommand({
        Namespace: "AWS/CloudFront",
        MetricData: [
          {
            MetricName: "BytesDownloaded",
            Value: 1024 ** 3,
            Timestamp: new Date(now - 60_000),
            Dimensions: [
              { Name: "DistributionId", Value: "E1" },
              { Name: "Region", Value: "Global" },
            ],
          },
        ],
      }),
    )
    const { code, out } = await ops("cost", ...stage, "--since", "1d", "--json")
    expect(code).toBe(0)
    const { bill, region } = JSON.parse(out)
    expect(region).toBe("ap-northeast-1")
    // A million units at 0.1425 a million; a GB at 0.114.
    expect(bill.feed.meters.readUnits).toBeCloseTo(0.1425, 9)
    expect(bill.delivery.total).toBeCloseTo(0.114, 9)
    // The function that rolls up reads the same log; afterwards the command tells the same.
    expect(await Cost.rollUp(now + 180_000)).toBeDefined()
    const again = await ops("cost", ...stage, "--since", "1d", "--json")
    expect(JSON.parse(again.out).bill.feed.meters.readUnits).toBeCloseTo(0.1425, 9)
  })
})
