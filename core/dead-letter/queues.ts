import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda"
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs"
import { functions } from "./dead-letter.schema"
import { type Held, type Hold, refuseFailures, type Wanted } from "./letter"
import { type Batch, letterOf, type Queued } from "./message"

/** A stage's queues of dead letters and its functions, and with what they are reached. */
export type Post = {
  /** The one name of a thing of the stage: `photo-sharing-app-production-digest`. */
  named: (thing: string) => string
  sqs: SQSClient
  lambda: LambdaClient
  /** Seconds for which nobody else is given what is held here. */
  heldSeconds: number
  /** Reads from the stream again what its function refused; without it such letters are not sent again from here. */
  recordsOf?: (batch: Batch) => Promise<unknown[]>
}
type Queue = { name: string; url: string }

/** The dead letters in a stage's queues. SQS cannot be looked into: messages are taken, and given back. */
export async function queuedLetters(post: Post, { of, atMost }: Wanted): Promise<Hold> {
  const queues = (await queuesOf(post)).filter(({ name }) => !of || name === of)
  const taken = (await Promise.all(queues.map((queue) => takeAll(post, queue, atMost)))).flat()
  const gone = new Set<Message>()
  const letters = taken.map(({ queue, message }) => held(post, queue, message, gone))
  return {
    letters: letters.sort((a, b) => a.at.localeCompare(b.at)).slice(0, atMost),
    async release() {
      for (const queue of queues) {
        const left = taken.filter((one) => one.queue === queue && !gone.has(one.message))
        await giveBack(
          post,
          queue,
          left.map(({ message }) => message),
        )
      }
    },
  }
}

/** How many messages each queue has, roughly, as SQS counts them. */
export async function countQueued(post: Post): Promise<Record<string, number>> {
  const counts = (await queuesOf(post)).map(async ({ name, url }) => {
    const { Attributes } = await post.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["ApproximateNumberOfMessages"] }),
    )
    return [name, Number(Attributes?.ApproximateNumberOfMessages ?? 0)] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

/** The queues that the stage has. */
async function queuesOf({ sqs, named }: Post): Promise<Queue[]> {
  const found = functions.map(async (name) => {
    try {
      const { QueueUrl } = await sqs.send(
        new GetQueueUrlCommand({ QueueName: named(`${name}-dead-letters`) }),
      )
      return QueueUrl ? [{ name, url: QueueUrl }] : []
    } catch (error) {
      if (error instanceof Error && /NonExistentQueue|QueueDoesNotExist/.test(error.name)) return []
      throw error
    }
  })
  return (await Promise.all(found)).flat()
}

async function takeAll(post: Post, queue: Queue, atMost: number) {
  const taken: { queue: Queue; message: Message }[] = []
  while (taken.length < atMost) {
    const messages = await take(post, queue, Math.min(10, atMost - taken.length))
    if (messages.length === 0) break
    taken.push(...messages.map((message) => ({ queue, message })))
  }
  return taken
}

async function take({ sqs, heldSeconds }: Post, { url }: Queue, count: number): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
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

async function giveBack({ sqs }: Post, { url }: Queue, messages: Message[]): Promise<void> {
  for (let at = 0; at < messages.length; at += 10) {
    const Entries = messages.slice(at, at + 10).map(({ MessageId, ReceiptHandle }) => ({
      Id: MessageId ?? "",
      ReceiptHandle: ReceiptHandle ?? "",
      VisibilityTimeout: 0,
    }))
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }))
  }
}

function held(post: Post, queue: Queue, message: Message, gone: Set<Message>): Held {
  const letter = letterOf(queue.name, message)
  async function discard() {
    await post.sqs.send(
      new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle: message.ReceiptHandle }),
    )
    gone.add(message)
  }
  return {
    ...letter,
    discard,
    async redrive() {
      const how = await callAgain(post, letter)
      await discard()
      return how
    },
  }
}

/** Calls the function as it was called: at once for the stream, else by leaving the event with Lambda, which tries again. */
async function callAgain({ lambda, named, recordsOf }: Post, { of, event, batch }: Queued): Promise<string> {
  if (batch && !recordsOf) throw new Error("Changes of the table are not read from the stream here.")
  const payload = batch ? { Records: await recordsOf?.(batch) } : event
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({
      FunctionName: named(of),
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
