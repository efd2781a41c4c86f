import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda"
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs"
import { named, type Stage } from "../stage"
import { functions, type Held, type Hold, type Wanted } from "./letter"
import { refuseFailures } from "./local"
import { letterOf, type Queued } from "./message"
import { recordsOf } from "./stream"

/** Seconds for which nobody else is given what is held here. */
const heldSeconds = 300
type Queue = { name: string; url: string }

/** The dead letters in the stage's queues. SQS cannot be looked into: messages are taken, and given back. */
export async function queuedLetters(stage: Stage, { of, atMost }: Wanted): Promise<Hold> {
  const queues = (await queuesOf(stage)).filter(({ name }) => !of || name === of)
  const taken = (await Promise.all(queues.map((queue) => takeAll(stage, queue, atMost)))).flat()
  const gone = new Set<Message>()
  const letters = taken.map(({ queue, message }) => held(stage, queue, message, gone))
  return {
    letters: letters.sort((a, b) => a.at.localeCompare(b.at)).slice(0, atMost),
    async release() {
      for (const queue of queues) {
        const left = taken.filter((one) => one.queue === queue && !gone.has(one.message))
        await giveBack(
          stage,
          queue,
          left.map(({ message }) => message),
        )
      }
    },
  }
}

/** How many messages each queue has, roughly, as SQS counts them. */
export async function countQueued(stage: Stage): Promise<Record<string, number>> {
  const counts = (await queuesOf(stage)).map(async ({ name, url }) => {
    const { Attributes } = await stage
      .client(SQSClient)
      .send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["ApproximateNumberOfMessages"] }))
    return [name, Number(Attributes?.ApproximateNumberOfMessages ?? 0)] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

/** The queues that the stage has. */
export async function queuesOf(stage: Stage): Promise<Queue[]> {
  const found = functions.map(async (name) => {
    const QueueName = named(stage.name, `${name}-dead-letters`)
    try {
      const { QueueUrl } = await stage.client(SQSClient).send(new GetQueueUrlCommand({ QueueName }))
      return QueueUrl ? [{ name, url: QueueUrl }] : []
    } catch (error) {
      if (error instanceof Error && /NonExistentQueue|QueueDoesNotExist/.test(error.name)) return []
      throw error
    }
  })
  return (await Promise.all(found)).flat()
}

async function takeAll(stage: Stage, queue: Queue, atMost: number) {
  const taken: { queue: Queue; message: Message }[] = []
  while (taken.length < atMost) {
    const messages = await take(stage, queue, Math.min(10, atMost - taken.length))
    if (messages.length === 0) break
    taken.push(...messages.map((message) => ({ queue, message })))
  }
  return taken
}

async function take(stage: Stage, { url }: Queue, count: number): Promise<Message[]> {
  const { Messages = [] } = await stage.client(SQSClient).send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: count,
      VisibilityTimeout: heldSeconds,
      WaitTimeSeconds: 1,
      MessageAttributeNames: ["All"],
      MessageSystemAttributeNames: ["SentTimestamp"],
    }),
  )
  return Messages
}

async function giveBack(stage: Stage, { url }: Queue, messages: Message[]): Promise<void> {
  for (let at = 0; at < messages.length; at += 10) {
    const Entries = messages.slice(at, at + 10).map(({ MessageId, ReceiptHandle }) => ({
      Id: MessageId ?? "",
      ReceiptHandle: ReceiptHandle ?? "",
      VisibilityTimeout: 0,
    }))
    await stage.client(SQSClient).send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }))
  }
}

function held(stage: Stage, queue: Queue, message: Message, gone: Set<Message>): Held {
  const letter = letterOf(queue.name, message)
  async function discard() {
    const command = new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle: message.ReceiptHandle })
    await stage.client(SQSClient).send(command)
    gone.add(message)
  }
  return {
    ...letter,
    discard,
    async redrive() {
      const how = await callAgain(stage, letter)
      await discard()
      return how
    },
  }
}

/** Calls the function as it was called: at once for the stream, else by leaving the event with Lambda, which tries again. */
async function callAgain(stage: Stage, { of, event, batch }: Queued): Promise<string> {
  const payload = batch ? { Records: await recordsOf(stage, batch) } : event
  const { FunctionError, Payload } = await stage.client(LambdaClient).send(
    new InvokeCommand({
      FunctionName: named(stage.name, of),
      InvocationType: batch ? "RequestResponse" : "Event",
      Payload: JSON.stringify(payload),
    }),
  )
  const answer = Payload?.length ? Buffer.from(Payload).toString() : "null"
  if (FunctionError) throw new Error(`The function failed again: ${answer.slice(0, 500)}`)
  if (!batch) return "left with Lambda, which tries three times"
  refuseFailures(JSON.parse(answer))
  return "done"
}
