import { CreateTopicCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns"
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs"
import { expect, it } from "vitest"
import type { IncidentView } from "../../core/incident/incident.schema"
import { page } from "../../core/incident/page"

const incident: IncidentView = {
  id: "inc_01J0000000000000000000000A",
  kind: "outage",
  title: { en: "Uploads fail", ja: "アップロードできません" },
  state: "investigating",
  impact: "down",
  journeys: ["upload"],
  public: true,
  openedAt: "2026-11-28T10:00:00.000Z",
  openedBy: "ada",
  escalatedTo: 0,
  steps: [],
}

it("SNS takes what a level is told, in both languages, and hands it on", async () => {
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "production" })
  process.env.SST_RESOURCE_Settings = JSON.stringify({
    siteUrl: "https://photos.example",
    mailFrom: "a@photos.example",
    emailVerification: "required",
    cdnSecretRequired: true,
    storageOrigin: "https://photos.example",
  })
  const region = process.env.AWS_REGION ?? "ap-northeast-1"
  const [sns, sqs] = [new SNSClient({ region }), new SQSClient({ region })]
  const { TopicArn = "" } = await sns.send(
    new CreateTopicCommand({ Name: "photo-sharing-app-production-escalation-1" }),
  )
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "level-1" }))
  const Endpoint = `arn:aws:sqs:${region}:123456789012:level-1`
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: "sqs", Endpoint }))
  await page(TopicArn, "Nobody has acknowledged it for 30 minutes: level 1, Development.", incident)
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 2 }))
  const received = JSON.parse(Messages[0]?.Body ?? "{}")
  expect(received).toMatchObject({ Subject: "[production] outage inc_01J0000000000000000000000A", TopicArn })
  expect(received.Message).toMatch(/Uploads fail\nアップロードできません[\s\S]*level 1, Development/)
  expect(received.Message).toContain("incident ack inc_01J0000000000000000000000A --stage production")
  await expect(page(`${TopicArn}-none`, "", incident)).rejects.toThrow()
})
