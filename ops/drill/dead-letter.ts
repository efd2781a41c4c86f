import { setTimeout as sleep } from "node:timers/promises"
import { DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3"
import { poisonKey } from "../../core/drill/poison"
import { type Held, many, withLetters } from "../dlq"
import type { Stage } from "../stage"
import type { Check } from "../verify/check"

type Options = {
  /** Milliseconds for which the message is refused. */
  refusedFor: number
  /** Milliseconds within which it must be among the dead letters. */
  patience: number
  /** Milliseconds between two looks. */
  pollEvery: number
  say: (line: string) => void
}

const of = "image-processing"

/**
 * Sends a message that its function refuses for a while the whole way: from storage through every try to the dead
 * letters, and, once the fault has passed, through the function and out of the world.
 * @param stage linked to its table and buckets
 */
export async function deadLetterDrill(stage: Stage, options: Options): Promise<Check[]> {
  const { refusedFor, patience, pollEvery, say } = options
  const { originals: Bucket } = await stage.outputs()
  const s3 = stage.client(S3Client)
  const until = Date.now() + refusedFor
  const Key = poisonKey(until)
  const checks: Check[] = []
  const letter = <T>(look: (found: Held | undefined) => Promise<T>) =>
    withLetters(stage, { of, atMost: many }, (letters) => look(letters.find(({ about }) => about === Key)))

  await s3.send(new PutObjectCommand({ Bucket, Key, Body: "A drill of dead letters." }))
  try {
    const began = Date.now()
    say(`${Key} is sent; waiting for it among the dead letters …`)
    let found: Held | undefined
    for (const end = began + patience; !found && Date.now() < end; ) {
      await sleep(pollEvery)
      found = await letter(async (one) => one)
    }
    const seconds = Math.round((Date.now() - began) / 1000)
    checks.push({
      name: "kept as a dead letter",
      ok: found !== undefined,
      found: found ? `after ${seconds} s and ${found.tries ?? "all"} tries` : `not within ${seconds} s`,
    })
    if (!found) return checks
    checks.push({
      name: "listed with its reason",
      ok: /drill/i.test(found.why) || !found.why,
      found: found.why || "SQS tells none",
    })
    say("The fault passes …")
    await sleep(Math.max(0, until - Date.now()) + 1000)
    const how = await letter(async (one) => (one ? await one.redrive() : "it was gone before"))
    checks.push({ name: "sent again", ok: how !== "it was gone before", found: how })
    await sleep(pollEvery)
    const left = await letter(async (one) => one !== undefined)
    checks.push({ name: "gone", ok: !left, found: left ? "it is still there" : "none of it is left" })
    return checks
  } finally {
    await letter(async (one) => one?.discard())
    await s3.send(new DeleteObjectCommand({ Bucket, Key }))
  }
}
