import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from "@aws-sdk/client-cloudwatch"
import { CreateTableCommand, DynamoDBClient, UpdateContinuousBackupsCommand } from "@aws-sdk/client-dynamodb"
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3"
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns"
import { CreateQueueCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs"
import { expect, it, onTestFinished } from "vitest"
import { Drill } from "../core/drill"
import { Release } from "../core/release"
import { tableShape } from "../core/table/shape"
import { openStage } from "./stage"
import { ops } from "./testing/ops"

const system = { kind: "system" } as const
const TableName = "photo-sharing-app-staging-table"

/** A site that says that it is well. */
async function givenSite() {
  const view = {
    status: "ok",
    version: "1",
    stage: "staging",
    time: new Date().toISOString(),
    checks: { table: "ok", storage: "ok" },
  }
  const server = createServer((_, answer) => answer.end(JSON.stringify(view)))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function givenStage() {
  const site = await givenSite()
  await new S3Client({}).send(
    new CreateBucketCommand({
      Bucket: "status-media",
      CreateBucketConfiguration: { LocationConstraint: "ap-northeast-1" },
    }),
  )
  const topic = async (Name: string) =>
    (await new SNSClient({}).send(new CreateTopicCommand({ Name }))).TopicArn ?? ""
  const [onCall, dev] = [await topic("on-call"), await topic("escalation-1")]
  await new DynamoDBClient({}).send(new CreateTableCommand(tableShape(TableName)))
  await (await openStage("staging")).link()
  const outputs = {
    stage: "staging",
    region: "ap-northeast-1",
    site,
    api: site,
    table: TableName,
    originals: "o",
    media: "status-media",
    escalation: {
      onCall: { name: "On call", topic: onCall },
      levels: [{ name: "Development", minutes: 30, topic: dev }],
    },
    settings: {
      siteUrl: site,
      mailFrom: "a@photos.jp",
      emailVerification: "required",
      cdnSecretRequired: true,
      storageOrigin: site,
    },
  }
  await Release.record(system, { tag: "t1", commit: "a".repeat(40), by: "ada", outcome: "good", outputs })
  await new CloudWatchClient({}).send(
    new PutMetricAlarmCommand({
      AlarmName: "API-HighLatency-staging",
      AlarmActions: ["arn:aws:sns:ap-northeast-1:123456789012:photo-sharing-app-staging-alerts"],
      MetricName: "Latency",
      Namespace: "AWS/ApiGateway",
      Statistic: "Average",
      Period: 300,
      EvaluationPeriods: 3,
      Threshold: 2000,
      ComparisonOperator: "GreaterThanThreshold",
    }),
  )
}

it("health says at a glance what is fine and what is not, and when each drill was proved", async () => {
  await givenStage()
  const checks = async () => {
    const { code, out } = await ops("health", "--stage", "staging", "--json")
    const all = JSON.parse(out).checks as { name: string; ok?: boolean; found: string }[]
    return { code, of: (name: string) => all.find((check) => check.name.startsWith(name)) }
  }
  const bad = await checks()
  expect(bad.code).toBe(1)
  expect(bad.of("recovery")).toMatchObject({ ok: false, found: "point-in-time recovery is OFF" })
  expect(bad.of("drill: restore")).toMatchObject({ found: "never made" })

  const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true }
  await new DynamoDBClient({}).send(
    new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }),
  )
  await Drill.record(system, { kind: "restore", by: "ada", ok: true, proof: [] })
  const fine = await checks()
  expect(fine.code).toBe(0)
  expect(fine.of("health at")).toMatchObject({ ok: true })
  expect(fine.of("alarms")).toMatchObject({ ok: true, found: "none of 1 rings" })
  expect(fine.of("dead letters")).toMatchObject({ ok: true, found: "none" })
  expect(fine.of("drill: restore")).toMatchObject({
    ok: true,
    found: expect.stringContaining("proved on 20"),
  })

  expect(fine.of("incidents")).toMatchObject({ ok: true, found: "none is open" })
  expect(fine.of("journey: upload")).toMatchObject({ found: "unknown; no canary yet" })

  const opened = ["Uploads fail", "--journeys", "upload", "--text", "We look.", "--stage", "staging", "--yes"]
  expect(await ops("incident", "open", ...opened)).toMatchObject({ code: 0, errors: "" })
  expect(await ops("incident", "escalate", "--stage", "staging", "--yes")).toMatchObject({ code: 0 })
  const during = await checks()
  expect(during.of("incidents")).toMatchObject({
    ok: false,
    found: expect.stringMatching(/Uploads fail .*nobody has it/),
  })
  expect(during.of("journey: upload")).toMatchObject({ ok: false, found: "down; no canary yet" })
  await ops("incident", "resolve", "--text", "Over.", "--stage", "staging", "--yes")
  expect((await checks()).code).toBe(0)

  const sqs = new SQSClient({})
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: "photo-sharing-app-staging-table-changed-dead-letters" }),
  )
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "{}" }))
  const AlarmName = "API-HighLatency-staging"
  await new CloudWatchClient({}).send(
    new SetAlarmStateCommand({ AlarmName, StateValue: "ALARM", StateReason: "slow" }),
  )
  await Drill.record(system, { kind: "restore", by: "ada", ok: false, proof: [] })
  const worse = await checks()
  expect(worse.code).toBe(1)
  expect(worse.of("alarms")).toMatchObject({ ok: false, found: "ringing: API-HighLatency-staging" })
  expect(worse.of("dead letters")).toMatchObject({ ok: false, found: "1 of table-changed" })
  expect(worse.of("drill: restore")).toMatchObject({ ok: false, found: expect.stringContaining("failed on") })
})
