import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda"
import { CreateBucketCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3"
import { CreateQueueCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs"
import { beforeEach, expect, it } from "vitest"
import { Drill } from "../../core/drill"
import { Release } from "../../core/release"
import { tableShape } from "../../core/table/shape"
import { role } from "../../testing/aws/lambda"
import { openStage, type Stage } from "../stage"
import { ops } from "../testing/ops"
import { deadLetterDrill } from "./dead-letter"

const TableName = "photo-sharing-app-staging-table"
const Bucket = "photo-sharing-app-staging-originals"
const s3 = new S3Client({ forcePathStyle: true })
const sqs = new SQSClient({})
const app = (thing: string) => `photo-sharing-app-staging-${thing}`

let stage: Stage
let QueueUrl = ""
beforeEach(async () => {
  await new DynamoDBClient({}).send(new CreateTableCommand(tableShape(TableName)))
  stage = await openStage("staging")
  await stage.link()
  const here = { LocationConstraint: "ap-northeast-1" } as const
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: here }))
  const made = await sqs.send(new CreateQueueCommand({ QueueName: app("image-processing-dead-letters") }))
  QueueUrl = made.QueueUrl ?? ""
  const site = "https://a.example"
  const outputs = { stage: "staging", region: "ap-northeast-1", site, api: site, table: TableName }
  await Release.record(
    { kind: "system" },
    {
      tag: "t1",
      commit: "a".repeat(40),
      by: "ada",
      outcome: "good",
      outputs: { ...outputs, originals: Bucket, media: "m" },
    },
  )
})

/** Gives up what arrived in storage, as Lambda does after its last try; the emulator has no retries. */
async function givesUp() {
  for (;;) {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }))
    const key = Contents[0]?.Key
    if (key) {
      const Records = [{ eventName: "ObjectCreated:Put", s3: { object: { key } } }]
      const MessageAttributes = {
        ErrorMessage: { DataType: "String", StringValue: "A drill: this event is refused for a while." },
      }
      return sqs.send(
        new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ Records }), MessageAttributes }),
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const drill = (patience: number) =>
  deadLetterDrill(stage, { refusedFor: 1000, patience, pollEvery: 100, say: () => {} })
const objects = async () => (await s3.send(new ListObjectsV2Command({ Bucket }))).KeyCount

it("a poison message is found among the dead letters, sent again, and gone, and so is its object", async () => {
  await new LambdaClient({}).send(
    new CreateFunctionCommand({
      FunctionName: app("image-processing"),
      Role: await role(),
      Code: { ZipFile: Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64") },
      Runtime: "nodejs22.x",
      Handler: "x.handler",
    }),
  )
  const [checks] = await Promise.all([drill(20_000), givesUp()])
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ["kept as a dead letter", true],
    ["listed with its reason", true],
    ["sent again", true],
    ["gone", true],
  ])
  expect(await objects()).toBe(0)
})

it("a message that nobody keeps fails the drill, and leaves nothing", async () => {
  expect(await drill(500)).toMatchObject([{ name: "kept as a dead letter", ok: false }])
  expect(await objects()).toBe(0)
})

it("a rollback needs a release to go back to, and drills are noted and listed", async () => {
  expect(await ops("drill", "rollback", "--stage", "staging", "--yes")).toMatchObject({ code: 4 })
  await Drill.record(
    { kind: "system" },
    { kind: "dlq", by: "ada", ok: true, proof: [{ name: "gone", ok: true, found: "none" }] },
  )
  const { out } = await ops("drill", "list", "--stage", "staging")
  expect(out).toMatch(/dlq +20\d\d-\d\d-\d\d, 0 days ago/)
})
