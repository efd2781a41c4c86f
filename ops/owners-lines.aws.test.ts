import { writeFile } from "node:fs/promises"
import path from "node:path"
import { CloudFrontClient, CreateDistributionCommand } from "@aws-sdk/client-cloudfront"
import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch"
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs"
import { CreateTableCommand, DynamoDBClient, UpdateContinuousBackupsCommand } from "@aws-sdk/client-dynamodb"
import { beforeEach, describe, expect, it } from "vitest"
import { tableShape } from "../core/table/shape"
import { temporaryFolder } from "../local/test-kit"
import { type } from "../testing/aws/command-line"
import { namesOf } from "./stage"

// What the owner's runbook types itself still works with the AWS CLI, with the names that things have now. Not tried:
// `aws logs tail` (version 2 of the CLI has it, PyPI's is version 1), `aws cloudformation update-stack` (there is no
// stack: `ops rollback`), `aws configservice get-compliance-summary` (there never was such a command: `ops security config`).

const names = namesOf("production")
const api = names.logs.api
const { table } = names
const ago = (what: string) => `$(date -d '${what} ago' +%s)000`
const period = (what: string) =>
  `--start-time $(date -d '${what} ago' --iso-8601=seconds) --end-time $(date --iso-8601=seconds)`

const logs = new CloudWatchLogsClient()
const line = {
  level: "ERROR",
  message: "S3 did not answer",
  user_id: "user-123",
  path: "/api/posts",
  duration: 2500,
  maxMemoryUsed: 300,
}

async function logged(logGroupName: string, ...lines: unknown[]) {
  await logs.send(new CreateLogGroupCommand({ logGroupName }))
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: "s" }))
  const logEvents = lines.map((one) => ({ timestamp: Date.now() - 1000, message: JSON.stringify(one) }))
  await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName: "s", logEvents }))
}

async function json(text: string) {
  const printed = await type(text)
  return printed ? JSON.parse(printed) : undefined
}

describe("the owner's own lines: logs", () => {
  beforeEach(async () => {
    await logged(api, line, { ...line, level: "INFO", message: "fine", duration: 3, user_id: "user-4" })
  })

  it("search a period for errors", async () => {
    const { events } = await json(
      `aws logs filter-log-events --log-group-name ${api} --start-time ${ago("7 days")} --filter-pattern "ERROR"`,
    )
    expect(events).toHaveLength(1)
    expect(JSON.parse(events[0].message)).toEqual(line)
  })

  it.each(["S3", "ERROR"])("look for %s", async (word) => {
    const { events } = await json(
      `aws logs filter-log-events --log-group-name ${api} --filter-pattern "${word}"`,
    )
    expect(events).toHaveLength(1)
  })

  it.each([
    '{ $.user_id = \\"user-123\\" }',
    "{ $.duration > 2000 }",
    '{ $.path = \\"/api/posts\\" }',
    "{ $.maxMemoryUsed EXISTS }",
  ])("take the pattern %s", async (pattern) => {
    // The emulator takes JSON patterns and does not apply them; ops/filter-pattern has its own tests of what they find.
    const shell = pattern.replaceAll("$", "\\$")
    const { events } = await json(
      `aws logs filter-log-events --log-group-name ${api} --filter-pattern "${shell}"`,
    )
    expect(Array.isArray(events)).toBe(true)
  })

  it("count one address's requests, and what the firewall blocked", async () => {
    await logged(names.logs.access, { sourceIp: "192.168.1.1", status: 404, responseTime: 6000 })
    await logged(names.logs.waf, { action: "BLOCK" })
    for (const [group, pattern] of [
      [names.logs.access, "{ \\$.responseTime > 5000 || \\$.status >= 400 }"],
      [names.logs.access, '{ \\$.sourceIp = \\"192.168.1.1\\" }'],
      [names.logs.waf, '{ \\$.action = \\"BLOCK\\" }'],
    ]) {
      const { events } = await json(
        `aws logs filter-log-events --log-group-name ${group} --start-time ${ago("1 hour")} --filter-pattern "${pattern}"`,
      )
      expect(Array.isArray(events)).toBe(true)
    }
  })
})

describe("the owner's own lines: certificate and CDN", () => {
  it("request and describe a certificate", async () => {
    const { CertificateArn } = await json(
      'aws acm request-certificate --domain-name your-domain.com --subject-alternative-names "*.your-domain.com" --validation-method DNS --region us-east-1',
    )
    const { Certificate } = await json(
      `aws acm describe-certificate --certificate-arn ${CertificateArn} --region us-east-1`,
    )
    expect(Certificate).toMatchObject({ DomainName: "your-domain.com", Status: "PENDING_VALIDATION" })
  })

  it("invalidate the cache, and ask how far that is", async () => {
    const Items = [
      { Id: "o", DomainName: "o.s3.amazonaws.com", S3OriginConfig: { OriginAccessIdentity: "" } },
    ]
    const { Distribution } = await new CloudFrontClient({ region: "us-east-1" }).send(
      new CreateDistributionCommand({
        DistributionConfig: {
          CallerReference: "r",
          Comment: "",
          Enabled: true,
          Origins: { Quantity: 1, Items },
          DefaultCacheBehavior: {
            TargetOriginId: "o",
            ViewerProtocolPolicy: "https-only",
            MinTTL: 0,
            ForwardedValues: { QueryString: false, Cookies: { Forward: "none" } },
          },
        },
      }),
    )
    const id = Distribution?.Id
    const { Invalidation } = await json(
      `aws cloudfront create-invalidation --distribution-id ${id} --paths "/*"`,
    )
    const asked = await json(
      `aws cloudfront get-invalidation --distribution-id ${id} --id ${Invalidation.Id}`,
    )
    expect(asked.Invalidation.InvalidationBatch.Paths.Items).toEqual(["/*"])
  })
})

describe("the owner's own lines: alarms, dashboard, metrics", () => {
  it.each([
    ["API-HighErrorRate", "5XXError", "Sum", 5, 2],
    ["API-HighLatency", "Latency", "Average", 2000, 3],
  ])("make the alarm %s", async (name, metric, statistic, threshold, periods) => {
    await type(
      `aws cloudwatch put-metric-alarm --alarm-name "${name}" --alarm-description "d" --metric-name ${metric} --namespace AWS/ApiGateway --statistic ${statistic} --period 300 --threshold ${threshold} --comparison-operator GreaterThanThreshold --evaluation-periods ${periods}`,
    )
    const { MetricAlarms } = await json(`aws cloudwatch describe-alarms --alarm-names ${name}`)
    expect(MetricAlarms).toMatchObject([
      { MetricName: metric, Threshold: threshold, EvaluationPeriods: periods },
    ])
  })

  it("put the dashboard from a file", async () => {
    const file = path.join(await temporaryFolder(), "dashboard-config.json")
    await writeFile(file, JSON.stringify({ widgets: [] }))
    await type(
      `aws cloudwatch put-dashboard --dashboard-name "${names.dashboard}" --dashboard-body file://${file}`,
    )
    const { DashboardEntries } = await json("aws cloudwatch list-dashboards")
    expect(DashboardEntries).toMatchObject([{ DashboardName: "PhotoSharingApp-Production" }])
  })

  it.each([
    ["AWS/ApiGateway", "Count", "", "Sum", "7 days", 86_400],
    ["AWS/DynamoDB", "ReadThrottleEvents", `Name=TableName,Value=${table}`, "Sum", "1 hour", 300],
    [
      "AWS/DynamoDB",
      "ConsumedReadCapacityUnits",
      `Name=TableName,Value=${table}`,
      "Average,Maximum",
      "24 hours",
      3600,
    ],
    [
      "AWS/CloudFront",
      "CacheHitRate",
      "Name=DistributionId,Value=E1234567890123",
      "Average",
      "24 hours",
      3600,
    ],
  ])("sum up %s %s", async (Namespace, MetricName, dimension, statistics, since, seconds) => {
    const [Name, Value] = dimension.replace("Name=", "").split(",Value=")
    const Dimensions = Name ? [{ Name, Value }] : []
    await new CloudWatchClient().send(
      new PutMetricDataCommand({
        Namespace,
        MetricData: [{ MetricName, Dimensions, Value: 7, Timestamp: new Date(Date.now() - 600_000) }],
      }),
    )
    const { Datapoints } = await json(
      `aws cloudwatch get-metric-statistics --namespace ${Namespace} --metric-name ${MetricName} ${dimension && `--dimensions ${dimension}`} ${period(since)} --period ${seconds} --statistics ${statistics.replace(",", " ")}`,
    )
    expect(Datapoints[0][statistics.split(",")[0] ?? ""]).toBe(7)
  })
})

describe("the owner's own lines: the table", () => {
  beforeEach(async () => {
    const client = new DynamoDBClient()
    await client.send(new CreateTableCommand(tableShape(table)))
    await client.send(
      new UpdateContinuousBackupsCommand({
        TableName: table,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    )
  })

  it("describe it and its indexes, and the state of its recovery", async () => {
    const { Table } = await json(`aws dynamodb describe-table --table-name ${table}`)
    expect(Table.TableStatus).toBe("ACTIVE")
    const active = await json(
      `aws dynamodb describe-table --table-name ${table} --query 'Table.GlobalSecondaryIndexes[?IndexStatus==\`ACTIVE\`]'`,
    )
    expect(active.length).toBe(tableShape(table).GlobalSecondaryIndexes?.length)
    const { ContinuousBackupsDescription } = await json(
      `aws dynamodb describe-continuous-backups --table-name ${table}`,
    )
    expect(ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus).toBe(
      "ENABLED",
    )
  })
})

describe("the owner's own lines: every month", () => {
  it("ask for the cost of a month", async () => {
    const { ResultsByTime } = await json(
      "aws ce get-cost-and-usage --time-period Start=$(date -d '1 month ago' +%Y-%m-01),End=$(date +%Y-%m-01) --granularity MONTHLY --metrics BlendedCost",
    )
    expect(Array.isArray(ResultsByTime)).toBe(true)
  })

  it("ask for the summaries of traces, of a day: six hours are the most that AWS takes", async () => {
    const { TraceSummaries } = await json(
      `aws xray get-trace-summaries --time-range-type TraceId ${period("6 hours")}`,
    )
    expect(Array.isArray(TraceSummaries)).toBe(true)
  })
})
