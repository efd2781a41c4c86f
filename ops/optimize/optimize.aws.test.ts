import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch"
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs"
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda"
import { describe, expect, it } from "vitest"
import { Release } from "../../core/release"
import { tableShape } from "../../core/table/shape"
import { beside } from "../../testing/aws/beside"
import { role } from "../../testing/aws/lambda"
import { openStage } from "../stage"
import { ops } from "../testing/ops"

const stage = ["--stage", "staging"]
const app = (thing: string) => `photo-sharing-app-staging-${thing}`
const json = async (...words: string[]) => {
  const { code, out, errors } = await ops(...words, ...stage, "--json")
  return { code, data: out && JSON.parse(out), errors }
}
/** Something that CloudWatch was told half an hour ago. */
const measured = (
  Namespace: string,
  MetricName: string,
  Value: number,
  dimensions: Record<string, string>,
  region?: string,
) =>
  new CloudWatchClient(region ? { region } : {}).send(
    new PutMetricDataCommand({
      Namespace,
      MetricData: [
        {
          MetricName,
          Value,
          Timestamp: new Date(Date.now() - 1_800_000),
          Dimensions: Object.entries(dimensions).map(([Name, value]) => ({ Name, Value: value })),
        },
      ],
    }),
  )
const makeTable = () => new DynamoDBClient({}).send(new CreateTableCommand(tableShape(app("table"))))

describe("optimize", () => {
  it("dynamodb tells used from unused indexes, and capacity used from capacity there is (rows 55 and 56)", async () => {
    await makeTable()
    const TableName = app("table")
    await measured("AWS/DynamoDB", "ConsumedReadCapacityUnits", 36_000, { TableName })
    await measured("AWS/DynamoDB", "ConsumedReadCapacityUnits", 7200, {
      TableName,
      GlobalSecondaryIndexName: "gsi1",
    })
    const fine = await json("optimize", "dynamodb")
    expect(fine.code).toBe(0)
    expect(fine.data.parts).toMatchObject([
      { part: "(table)", state: "ACTIVE", reads: "10.00, 10.00", takes: "on demand", throttled: 0 },
      { part: "gsi1", state: "ACTIVE", reads: "2.00, 2.00" },
      { part: "gsi2", advice: "nobody read it in 24 h" },
      { part: "gsi3", advice: "nobody read it in 24 h" },
    ])
    expect(fine.data.parts[1].advice).toBeUndefined()
    await measured("AWS/DynamoDB", "WriteThrottleEvents", 3, { TableName, GlobalSecondaryIndexName: "gsi1" })
    const throttled = await json("optimize", "dynamodb")
    expect(throttled.code).toBe(1)
    expect(throttled.data.parts[1]).toMatchObject({
      throttled: 3,
      advice: "a hot key, or too little capacity",
    })
  })

  it("lambda holds the memory of the log's lines against what the function has (row 57)", async () => {
    const Code = { ZipFile: Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64") }
    const common = { Role: await role(), Code, Runtime: "nodejs22.x", Handler: "x.handler" } as const
    await new LambdaClient({}).send(
      new CreateFunctionCommand({ ...common, FunctionName: app("api"), MemorySize: 1769, Timeout: 20 }),
    )
    const logs = new CloudWatchLogsClient({})
    const logGroupName = `/aws/lambda/${app("api")}`
    await logs.send(new CreateLogGroupCommand({ logGroupName }))
    await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: "s" }))
    const line = (maxMemoryUsed: number) => ({
      timestamp: Date.now() - 60_000,
      message: JSON.stringify({ level: "INFO", maxMemoryUsed }),
    })
    await logs.send(
      new PutLogEventsCommand({ logGroupName, logStreamName: "s", logEvents: [line(301), line(212)] }),
    )
    await measured("AWS/Lambda", "Duration", 420, { FunctionName: app("api") })
    await measured("AWS/Lambda", "Invocations", 1, { FunctionName: app("api") })
    const { code, data } = await json("optimize", "lambda")
    expect(code).toBe(0)
    expect(data.functions).toEqual([
      {
        name: "api",
        runs: 1,
        average: 420,
        longest: 420,
        timeout: 20_000,
        used: 301,
        memory: 1769,
        throttled: 0,
        advice: "512 MB would hold it, if it is not slower then",
      },
    ])
  })

  it("cloudfront says how much the CDN answers by itself (row 58)", async () => {
    await makeTable()
    await (await openStage("staging")).link()
    const place = { region: "ap-northeast-1", site: "https://a.test", api: "https://a.test" }
    const names = { distribution: "E1", table: app("table"), originals: "o", media: "m" }
    await Release.record(
      { kind: "system" },
      {
        tag: "t",
        commit: "a".repeat(40),
        by: "ada",
        outcome: "good",
        outputs: { stage: "staging", ...place, ...names },
      },
    )
    expect((await json("optimize", "cloudfront")).data).toMatchObject({
      advice: expect.stringContaining("no cache metrics"),
    })
    const of = { DistributionId: "E1", Region: "Global" }
    await measured("AWS/CloudFront", "CacheHitRate", 62.5, of, "us-east-1")
    await measured("AWS/CloudFront", "Requests", 1000, of, "us-east-1")
    expect((await json("optimize", "cloudfront")).data).toMatchObject({
      distribution: "E1",
      requests: 1000,
      "cache hits, %": 62.5,
      advice: expect.stringContaining("look at what is not cached"),
    })
  })
})

describe("security config (row 54)", () => {
  it("says which of the stage's rules are broken, and by what", async () => {
    const rule = (name: string, ComplianceType: string) => ({
      ConfigRuleName: name,
      Compliance: { ComplianceType },
    })
    const ComplianceByConfigRules = [
      rule(app("s3-tls-only"), "COMPLIANT"),
      rule(app("s3-not-public-read"), "NON_COMPLIANT"),
      rule("somebody-elses", "NON_COMPLIANT"),
    ]
    const ResourceId = "photo-sharing-app-staging-media"
    const EvaluationResults = [{ EvaluationResultIdentifier: { EvaluationResultQualifier: { ResourceId } } }]
    const answers = { DescribeComplianceByConfigRule: { ComplianceByConfigRules } }
    await beside("CONFIG_SERVICE", { ...answers, GetComplianceDetailsByConfigRule: { EvaluationResults } })
    const { code, data } = await json("security", "config")
    expect(code).toBe(1)
    expect(data).toEqual([
      { rule: "s3-tls-only", state: "compliant", ok: true, resources: [] },
      { rule: "s3-not-public-read", state: "non compliant", ok: false, resources: [ResourceId] },
    ])
  })
})
