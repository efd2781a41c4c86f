import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch"
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs"
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { CreateFunctionCommand, GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda"
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3"
import { beforeEach, describe, expect, it } from "vitest"
import { Release } from "../../core/release"
import { tableShape } from "../../core/table/shape"
import { role } from "../../testing/aws/lambda"
import { openStage } from "../stage"
import { ops } from "../testing/ops"

const stage = ["--stage", "staging"]
const app = (thing: string) => `photo-sharing-app-staging-${thing}`
const diagnose = async (...words: string[]) => {
  const { code, out, errors } = await ops("diagnose", ...words, ...stage, "--json")
  return { code, data: out ? JSON.parse(out) : undefined, errors }
}

async function logged(group: string, lines: object[]) {
  const logs = new CloudWatchLogsClient({})
  const place = { logGroupName: group, logStreamName: "s" }
  await logs.send(new CreateLogGroupCommand({ logGroupName: group }))
  await logs.send(new CreateLogStreamCommand(place))
  const logEvents = lines.map((line) => ({ timestamp: Date.now() - 60_000, message: JSON.stringify(line) }))
  if (logEvents.length > 0) await logs.send(new PutLogEventsCommand({ ...place, logEvents }))
}

const request = {
  level: "INFO",
  message: "request",
  method: "GET",
  path: "/api/feed/home",
  route: "/api/feed/home",
  status: 200,
  duration: 2600,
  request_id: "slow-one",
}

async function measured(Namespace: string, MetricName: string, Value: number, of: Record<string, string>) {
  const Dimensions = Object.entries(of).map(([Name, value]) => ({ Name, Value: value }))
  const Timestamp = new Date(Date.now() - 600_000)
  await new CloudWatchClient({}).send(
    new PutMetricDataCommand({ Namespace, MetricData: [{ MetricName, Value, Timestamp, Dimensions }] }),
  )
}

async function makeFunction(name: string, MemorySize: number) {
  const Code = { ZipFile: Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64") }
  const common = { Role: await role(), Code, Runtime: "nodejs22.x", Handler: "x.handler" } as const
  const Environment = {
    Variables: {
      POWERTOOLS_SERVICE_NAME: app("").slice(0, -1),
      POWERTOOLS_METRICS_NAMESPACE: "PhotoSharingApp",
    },
  }
  await new LambdaClient({}).send(
    new CreateFunctionCommand({ ...common, FunctionName: app(name), MemorySize, Timeout: 20, Environment }),
  )
}

/** A stage whose table has provisioned capacity, and a release that says where things are. */
beforeEach(async () => {
  const { BillingMode: _, GlobalSecondaryIndexes = [], ...shape } = tableShape(app("table"))
  const ProvisionedThroughput = { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }
  await new DynamoDBClient({}).send(
    new CreateTableCommand({
      ...shape,
      ProvisionedThroughput,
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => ({ ...index, ProvisionedThroughput })),
    }),
  )
  const CreateBucketConfiguration = { LocationConstraint: "ap-northeast-1" } as const
  for (const Bucket of [app("originals"), app("media")])
    await new S3Client({ forcePathStyle: true }).send(
      new CreateBucketCommand({ Bucket, CreateBucketConfiguration }),
    )
  await (await openStage("staging")).link()
  const place = { region: "ap-northeast-1", site: "https://a.test", api: "https://a.test", apiId: "a1" }
  const names = { table: app("table"), originals: app("originals"), media: app("media") }
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
})

describe("diagnose slow-api (rows 39, 40 and 41)", () => {
  it("finds throttling of provisioned capacity and memory that is used up, and puts both right when told to", async () => {
    await makeFunction("api", 512)
    await logged(`/aws/lambda/${app("api")}`, [{ ...request, maxMemoryUsed: 480 }])
    await measured("AWS/DynamoDB", "ReadThrottleEvents", 7, { TableName: app("table") })
    const { code, data } = await diagnose("slow-api")
    expect(code).toBe(1)
    expect(data.cause).toBe("api is close to its memory: 480 of 512 MB.")
    expect(data.also).toEqual(["The table throttles: 7 tries turned away."])
    expect(data.steps[0].found).toBe("1 did, the slowest 2600 ms: GET /api/feed/home 1")

    const would = await ops("diagnose", "slow-api", "--apply", "--dry-run", ...stage)
    expect(would.out).toContain(
      `Would: give ${app("api")} 1024 MB, until the next deployment; set the capacity`,
    )
    expect((await ops("diagnose", "slow-api", "--apply", ...stage)).code).toBe(2)
    const applied = await diagnose("slow-api", "--apply", "--yes")
    expect(applied.data.done).toEqual([
      `${app("api")} has 1024 MB; put it into infra/ as well`,
      `the capacity of ${app("table")} is on demand`,
    ])
    const { Table } = await new DynamoDBClient({}).send(new DescribeTableCommand({ TableName: app("table") }))
    expect(Table?.BillingModeSummary?.BillingMode).toBe("PAY_PER_REQUEST")
    const is = await new LambdaClient({}).send(
      new GetFunctionConfigurationCommand({ FunctionName: app("api") }),
    )
    expect(is.MemorySize).toBe(1024)
  })

  it("tells that Lambda holds functions back, as 429 does (row 49)", async () => {
    await logged(`/aws/lambda/${app("api")}`, [])
    await measured("AWS/Lambda", "Throttles", 12, { FunctionName: app("api") })
    await logged("/aws/apigateway/photo-sharing-app-staging", [
      { status: 429, integrationStatus: "-", functionRequestId: "-" },
    ])
    const { data } = await diagnose("429")
    expect(data.cause).toBe("The concurrency of Lambda is used up: api 12 times.")
    expect(data.also).toEqual(["API Gateway throttles: 1 request turned away before the server."])
  })
})

it("diagnose 500 holds the live environment against the expected one (row 47)", async () => {
  await makeFunction("api", 512)
  await logged(`/aws/lambda/${app("api")}`, [])
  const { data, code } = await diagnose("500")
  const step = data.steps.find(({ asks }: { asks: string }) => asks.startsWith("Is the environment"))
  expect(step.found).toMatch(/^image-processing: is not there; photo-given-up: is not there/)
  expect([code, data.cause]).toEqual([
    1,
    expect.stringContaining("The live environment is not the expected one"),
  ])
})

it("diagnose upload finds a policy of the bucket that forbids uploads, and runs that were cut off (row 44)", async () => {
  const s3 = new S3Client({ forcePathStyle: true })
  const Bucket = app("originals")
  const deny = { Sid: "Oops", Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: "*" }
  const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [deny] })
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }))
  await makeFunction("image-processing", 2048)
  await logged(`/aws/lambda/${app("image-processing")}`, [
    { type: "platform.report", record: { status: "timeout" } },
  ])
  const { data } = await diagnose("upload")
  expect([data.cause, ...data.also]).toEqual(
    expect.arrayContaining([
      `The policy of ${Bucket} forbids uploads: Oops denies s3:PutObject.`,
      "image-processing runs into its timeout: 1 run cut off.",
    ]),
  )
  const step = data.steps.find(({ asks }: { asks: string }) => asks.startsWith("Is image-processing ended"))
  expect(step.remedy).toBe(`let ${app("image-processing")} run for 40 s, until the next deployment`)
})
