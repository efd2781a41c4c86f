import { createHash } from "node:crypto"
import { readdir, readFile, rm } from "node:fs/promises"
import path from "node:path"
import { z } from "zod"
import { nameOf } from "../events/dead-letters"
import { app } from "../names"

const Kept = z.object({
  event: z.unknown(),
  error: z.object({ message: z.string() }),
  tries: z.number(),
  at: z.string(),
})
const prefix = `${app.name}-${app.stage}-`
const suffix = "-dead-letters"
const QueueName = z
  .string()
  .startsWith(prefix)
  .endsWith(suffix)
  .transform((name) => name.slice(prefix.length, -suffix.length))
/** A queue's address ends with its name. */
const QueueUrl = z
  .string()
  .transform((url) => url.slice(url.lastIndexOf("/") + 1))
  .pipe(QueueName)
/** A receipt is the file of the letter. */
const ReceiptHandle = z.string().regex(/^[\w-]+\/[\w-]+\.json$/)

export type SqsAnswer = { status: number; body: unknown }
export type DeadLetterQueues = { answer(action: string, body: unknown, url: string): Promise<SqsAnswer> }

/**
 * The queues of dead letters as SQS offers them over its JSON protocol: what is read of them, nothing is sent. A
 * message is a file below the folder, and who has received it has it for as long as it said.
 */
export function deadLetterQueues(folder: string): DeadLetterQueues {
  const heldUntil = new Map<string, number>()
  const isHeld = (file: string) => (heldUntil.get(file) ?? 0) > Date.now()
  const hold = (file: string, seconds: number) => heldUntil.set(file, Date.now() + seconds * 1000)

  /** The letters of a function, the oldest first, as `<folder>/<file>`. */
  async function lettersOf(queue: string) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => nameOf(name) === queue)
    const files = names.map(async (name) =>
      (await readdir(path.join(folder, name))).map((file) => `${name}/${file}`),
    )
    return (await Promise.all(files))
      .flat()
      .filter((file) => file.endsWith(".json"))
      .sort()
  }

  async function messageOf(file: string) {
    const letter = Kept.parse(JSON.parse(await readFile(path.join(folder, file), "utf8")))
    const Body = JSON.stringify(letter.event)
    const text = (StringValue: string) => ({ DataType: "String", StringValue })
    return {
      MessageId: path.basename(file, ".json"),
      ReceiptHandle: file,
      Body,
      MD5OfBody: createHash("md5").update(Body).digest("hex"),
      Attributes: { SentTimestamp: String(Date.parse(letter.at)) },
      MessageAttributes: {
        ErrorMessage: text(letter.error.message),
        RETRY_ATTEMPTS: text(String(letter.tries - 1)),
      },
    }
  }

  const actions: Record<string, (body: unknown, url: string) => Promise<unknown>> = {
    async GetQueueUrl(body, url) {
      const { data } = z.object({ QueueName }).safeParse(body)
      return data ? { QueueUrl: `${url}/000000000000/${prefix}${data.QueueName}${suffix}` } : undefined
    },
    async GetQueueAttributes(body) {
      const letters = await lettersOf(z.object({ QueueUrl }).parse(body).QueueUrl)
      const seen = letters.filter((file) => !isHeld(file)).length
      return { Attributes: { ApproximateNumberOfMessages: String(seen) } }
    },
    async ReceiveMessage(body) {
      const wanted = z
        .object({ QueueUrl, MaxNumberOfMessages: z.int().default(1), VisibilityTimeout: z.int().default(30) })
        .parse(body)
      const letters = await lettersOf(wanted.QueueUrl)
      const free = letters.filter((file) => !isHeld(file)).slice(0, wanted.MaxNumberOfMessages)
      for (const file of free) hold(file, wanted.VisibilityTimeout)
      return { Messages: await Promise.all(free.map(messageOf)) }
    },
    async ChangeMessageVisibilityBatch(body) {
      const Entry = z.object({ Id: z.string(), ReceiptHandle, VisibilityTimeout: z.int() })
      const { Entries } = z.object({ Entries: z.array(Entry) }).parse(body)
      for (const entry of Entries) hold(entry.ReceiptHandle, entry.VisibilityTimeout)
      return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] }
    },
    async DeleteMessage(body) {
      const file = z.object({ ReceiptHandle }).parse(body).ReceiptHandle
      await rm(path.join(folder, file), { force: true })
      heldUntil.delete(file)
      return {}
    },
  }

  return {
    async answer(action, body, url) {
      const refuse = (type: string, message: string) => ({ status: 400, body: { __type: type, message } })
      const act = actions[action]
      if (!act) return refuse("com.amazonaws.sqs#UnsupportedOperation", action)
      try {
        const result = await act(body, url)
        return result ? { status: 200, body: result } : refuse("com.amazonaws.sqs#QueueDoesNotExist", action)
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error
        return refuse("com.amazonaws.sqs#InvalidParameterValue", z.prettifyError(error))
      }
    },
  }
}
