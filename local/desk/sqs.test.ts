import path from "node:path"
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda"
import { S3Client } from "@aws-sdk/client-s3"
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs"
import { expect, onTestFinished, test } from "vitest"
import { keepDeadLetter } from "../events/dead-letters"
import { region } from "../names"
import { temporaryFolder } from "../test-kit"
import { startDesk } from "./server"

const credentials = { accessKeyId: "local", secretAccessKey: "local" }
const named = (name: string) => `photo-sharing-app-local-${name}`

async function given() {
  const folder = await temporaryFolder()
  const deadLetters = path.join(folder, "dead-letters")
  const called: [string, unknown][] = []
  const s3 = new S3Client({ region, credentials, endpoint: "http://127.0.0.1:9" })
  const desk = await startDesk({
    port: 0,
    mailFolder: path.join(folder, "mail"),
    s3,
    mediaBucket: "media",
    dataDir: folder,
    invoke: async (name, event) => void called.push([name, event]),
  })
  const [sqs, lambda] = [SQSClient, LambdaClient].map(
    (Client) => new Client({ region, credentials, endpoint: desk.url }),
  ) as [SQSClient, LambdaClient]
  onTestFinished(async () => {
    sqs.destroy()
    lambda.destroy()
    await desk.close()
  })
  const keep = (event: unknown) =>
    keepDeadLetter(deadLetters, { function: "photo-uploaded", event, error: new Error("broken"), tries: 3 })
  return { sqs, lambda, keep, called, url: desk.url }
}

test("dead letters are received once, given back, and forgotten", async () => {
  const { sqs, keep } = await given()
  await keep({ first: 1 })
  await keep({ second: 2 })
  const { QueueUrl } = await sqs.send(
    new GetQueueUrlCommand({ QueueName: named("image-processing-dead-letters") }),
  )
  const count = async () =>
    (await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }))).Attributes
  const receive = async () =>
    (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 60 })))
      .Messages ?? []
  expect(await count()).toEqual({ ApproximateNumberOfMessages: "2" })
  const [first, second] = await receive()
  expect(first).toMatchObject({
    Body: '{"first":1}',
    MessageAttributes: { ErrorMessage: { StringValue: "broken" }, RETRY_ATTEMPTS: { StringValue: "2" } },
  })
  expect(await receive()).toEqual([])
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }))
  const Entries = [{ Id: "1", ReceiptHandle: second?.ReceiptHandle, VisibilityTimeout: 0 }]
  await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }))
  expect((await receive()).map(({ Body }) => Body)).toEqual(['{"second":2}'])
})

test("a queue of another name is not there, and a receipt leads to no other file", async () => {
  const { sqs } = await given()
  const asked = sqs.send(new GetQueueUrlCommand({ QueueName: "somebody-elses-queue" }))
  await expect(asked).rejects.toMatchObject({ name: "QueueDoesNotExist" })
  const QueueUrl = `http://localhost/0/${named("digest-dead-letters")}`
  const ReceiptHandle = "../../../etc/passwd.json"
  await expect(sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))).rejects.toThrow()
})

test("an event is left with a function, by those alone who can sign", async () => {
  const { lambda, called, url } = await given()
  const FunctionName = named("digest")
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName, InvocationType: "Event", Payload: '{"run":1}' }),
  )
  expect(answer.StatusCode).toBe(202)
  expect(called).toEqual([[FunctionName, { run: 1 }]])
  const unsigned = `${url}/2015-03-31/functions/${FunctionName}/invocations`
  expect((await fetch(unsigned, { method: "POST", body: "{}" })).status).toBe(403)
  expect(called).toHaveLength(1)
})
