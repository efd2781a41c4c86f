import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb"
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams"
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda"
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs"
import { beforeEach, describe, expect, it } from "vitest"
import { tableShape } from "../../core/table/shape"
import { functionsAnswer, role } from "../../testing/aws/lambda"
import { ops } from "../testing/ops"

const stage = ["--stage", "staging"]
const sqs = new SQSClient({})
const app = (thing: string) => `photo-sharing-app-staging-${thing}`

const urls: Record<string, string> = {}
async function queue(name: string) {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: app(`${name}-dead-letters`) }))
  urls[name] = QueueUrl ?? ""
}
async function lambda(name: string) {
  const Role = await role()
  const Code = { ZipFile: Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64") }
  await new LambdaClient({}).send(
    new CreateFunctionCommand({
      FunctionName: app(name),
      Role,
      Code,
      Runtime: "nodejs22.x",
      Handler: "x.handler",
    }),
  )
}
const send = (name: string, body: unknown, said: Record<string, string> = {}) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: urls[name],
      MessageBody: JSON.stringify(body),
      MessageAttributes: Object.fromEntries(
        Object.entries(said).map(([key, StringValue]) => [key, { DataType: "String", StringValue }]),
      ),
    }),
  )
async function visible(name: string) {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: urls[name], AttributeNames: ["ApproximateNumberOfMessages"] }),
  )
  return Number(Attributes?.ApproximateNumberOfMessages)
}

const upload = {
  Records: [{ eventName: "ObjectCreated:Post", s3: { object: { key: "incoming/usr_1/pho_1" } } }],
}
const listed = async () => JSON.parse((await ops("dlq", "list", ...stage, "--json")).out)

beforeEach(async () => {
  for (const name of ["image-processing", "photo-given-up", "housekeeping", "table-changed"])
    await queue(name)
})

describe("dead letters on AWS", () => {
  it("are read as Lambda and the scheduler write them, and are all there afterwards", async () => {
    await send("image-processing", upload, {
      ErrorMessage: "the encoder is broken",
      ErrorCode: "200",
      RequestID: "r",
    })
    await send("photo-given-up", {
      version: "1.0",
      timestamp: "2026-01-02T03:04:05.000Z",
      requestContext: { requestId: "r", condition: "RetriesExhausted", approximateInvokeCount: 3 },
      requestPayload: { requestContext: {}, requestPayload: upload },
      responsePayload: { errorMessage: "no table" },
    })
    const run = { "detail-type": "Scheduled Event", time: "2026-01-02T03:00:00Z" }
    await send("housekeeping", run, { ERROR_MESSAGE: "throttled", RETRY_ATTEMPTS: "2" })
    const letters = await listed()
    expect(letters).toHaveLength(3)
    expect(letters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          of: "image-processing",
          why: "the encoder is broken",
          about: "incoming/usr_1/pho_1",
        }),
        expect.objectContaining({
          of: "photo-given-up",
          why: "no table",
          tries: 3,
          about: "incoming/usr_1/pho_1",
        }),
        expect.objectContaining({
          of: "housekeeping",
          why: "throttled",
          tries: 3,
          about: "Scheduled Event 2026-01-02T03:00:00Z",
        }),
      ]),
    )
    expect([
      await visible("image-processing"),
      await visible("photo-given-up"),
      await visible("housekeeping"),
    ]).toEqual([1, 1, 1])
  })

  it("are left with their function, and forgotten then; some are forgotten at once", async () => {
    await lambda("image-processing")
    await send("image-processing", upload)
    await send("housekeeping", { "detail-type": "Scheduled Event" })
    const again = await ops(
      "dlq",
      "redrive",
      "--all",
      "--of",
      "image-processing",
      ...stage,
      "--yes",
      "--json",
    )
    expect(again.code).toBe(0)
    expect(JSON.parse(again.out)).toMatchObject([
      { ok: true, of: "image-processing", how: "left with Lambda, which tries three times" },
    ])
    expect([await visible("image-processing"), await visible("housekeeping")]).toEqual([0, 1])
    const [{ id }] = await listed()
    expect(await ops("dlq", "discard", id, ...stage, "--dry-run")).toMatchObject({ code: 0 })
    expect(await visible("housekeeping")).toBe(1)
    expect(await ops("dlq", "discard", id, ...stage, "--yes")).toMatchObject({ code: 0 })
    expect(await listed()).toEqual([])
    expect(await ops("dlq", "discard", id, ...stage, "--yes")).toMatchObject({ code: 4 })
  })

  it("of the stream are read from it again; what it no longer has is said, and stays", async () => {
    await lambda("table-changed")
    const dynamo = new DynamoDBClient({})
    await dynamo.send(new CreateTableCommand(tableShape(app("table"))))
    await dynamo.send(
      new PutItemCommand({ TableName: app("table"), Item: { pk: { S: "POST#1" }, sk: { S: "META" } } }),
    )
    const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: app("table") }))
    const streams = new DynamoDBStreamsClient({})
    const StreamArn = Table?.LatestStreamArn ?? ""
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }))
    const ShardId = StreamDescription?.Shards?.[0]?.ShardId ?? ""
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" }),
    )
    const { Records } = await streams.send(new GetRecordsCommand({ ShardIterator }))
    const at = Records?.[0]?.dynamodb?.SequenceNumber ?? ""
    const batchOf = (sequence: string) => ({
      requestContext: { requestId: "r", condition: "RetryAttemptsExhausted", approximateInvokeCount: 6 },
      DDBStreamBatchInfo: {
        shardId: ShardId,
        startSequenceNumber: sequence,
        endSequenceNumber: sequence,
        batchSize: 1,
        streamArn: StreamArn,
      },
    })
    await send("table-changed", batchOf(at))
    await functionsAnswer({ batchItemFailures: [] })
    expect(await listed()).toMatchObject([{ of: "table-changed", why: "RetryAttemptsExhausted", tries: 6 }])
    expect(await ops("dlq", "redrive", "--all", ...stage, "--yes")).toMatchObject({ code: 0 })
    expect(await visible("table-changed")).toBe(0)

    // What the function refuses again stays.
    await send("table-changed", batchOf(at))
    await functionsAnswer({ batchItemFailures: [{ itemIdentifier: at }] })
    const refused = await ops("dlq", "redrive", "--all", ...stage, "--yes")
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining("failed again") })
    expect(await visible("table-changed")).toBe(1)
    await ops("dlq", "discard", "--all", ...stage, "--yes")

    await send("table-changed", batchOf(`9${at}`))
    const gone = await ops("dlq", "redrive", "--all", ...stage, "--yes")
    expect(gone).toMatchObject({ code: 1, out: expect.stringContaining("these are gone") })
    expect(await visible("table-changed")).toBe(1)
  })
})
