import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs"
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3"
import { expect, it } from "vitest"
import { newId } from "../../core/id"
import { Release } from "../../core/release"
import { tableShape } from "../../core/table/shape"
import { openStage } from "../stage"
import { ops } from "../testing/ops"

const app = (thing: string) => `photo-sharing-app-staging-${thing}`
const stage = ["--stage", "staging", "--json"]

async function logged(logGroupName: string, lines: object[]) {
  const [logs, place] = [new CloudWatchLogsClient({}), { logGroupName, logStreamName: "s" }]
  await logs.send(new CreateLogGroupCommand({ logGroupName }))
  await logs.send(new CreateLogStreamCommand(place))
  const logEvents = lines.map((line) => ({ timestamp: Date.now() - 60_000, message: JSON.stringify(line) }))
  await logs.send(new PutLogEventsCommand({ ...place, logEvents }))
}

it("explain finds a photo, its objects, and its lines in every log group, through the request's id", async () => {
  await new DynamoDBClient({}).send(new CreateTableCommand(tableShape(app("table"))))
  const CreateBucketConfiguration = { LocationConstraint: "ap-northeast-1" } as const
  for (const Bucket of [app("originals"), app("media")])
    await new S3Client({ forcePathStyle: true }).send(
      new CreateBucketCommand({ Bucket, CreateBucketConfiguration }),
    )
  await (await openStage("staging")).link()
  const names = { table: app("table"), originals: app("originals"), media: app("media") }
  const place = { region: "ap-northeast-1", site: "https://a.test", api: "https://a.test" }
  const outputs = { stage: "staging", ...place, ...names }
  const release = { tag: "t", commit: "a".repeat(40), by: "ada", outcome: "good" as const, outputs }
  await Release.record({ kind: "system" }, release)
  const { table } = await import("../../core/table")
  const [photoId, userId, at] = [newId("photo"), newId("user"), new Date().toISOString()]
  const photo = { photoId, userId, sha256: "0".repeat(64), byteLength: 3, contentType: "image/jpeg" }
  const failed = {
    state: "failed" as const,
    reason: "corrupt",
    requestId: "the-upload",
    createdAt: at,
    updatedAt: at,
  }
  await table()
    .photo.create({ ...photo, ...failed })
    .go()
  const request = {
    message: "request",
    method: "POST",
    path: "/api/uploads",
    status: 200,
    request_id: "the-upload",
  }
  await logged(`/aws/lambda/${app("api")}`, [
    { ...request, xray_trace_id: "1-2-3", duration: 9 },
    { ...request, request_id: "another" },
  ])
  await logged(`/aws/lambda/${app("image-processing")}`, [
    { message: "photo failed", photo_id: photoId, reason: "corrupt" },
  ])

  const { code, out, errors } = await ops("explain", photoId, ...stage)
  expect(errors).toBe("")
  const found = JSON.parse(out)
  expect(code).toBe(1)
  expect(found).toMatchObject({
    problems: [{ what: "It failed: its bytes are damaged." }],
    requests: ["the-upload"],
    traces: ["1-2-3"],
  })
  expect(found.lines.map(({ log }: { log: string }) => log).sort()).toEqual(["api", "image-processing"])
  expect(await ops("explain", newId("photo"), ...stage)).toMatchObject({ code: 4 })
})
