import { LambdaClient } from "@aws-sdk/client-lambda"
import { SQSClient } from "@aws-sdk/client-sqs"
import { config } from "../config"
import type { Held, Wanted } from "./letter"
import { countQueued, type Post, queuedLetters } from "./queues"

export { functions } from "./dead-letter.schema"
export { aboutOf, discreet, type Held, type Hold, type Letter, refuseFailures, type Wanted } from "./letter"
export type { Batch } from "./message"
export { countQueued, type Post, queuedLetters } from "./queues"

const sqs = new SQSClient({})
const lambda = new LambdaClient({})

/** This stage's, as its own server reaches them: it holds letters for as long as a page takes, and knows no stream. */
const own = (): Post => ({
  named: (thing) => `${config.appName}-${config.stage}-${thing}`,
  sqs,
  lambda,
  heldSeconds: 30,
})

/** How many dead letters each function of this stage has, roughly. */
export const counts = () => countQueued(own())

/** Looks at dead letters of this stage, and lets go of those that are still there afterwards. */
export async function look<T>(wanted: Wanted, at: (letters: Held[]) => Promise<T>): Promise<T> {
  const { letters, release } = await queuedLetters(own(), wanted)
  try {
    return await at(letters)
  } finally {
    await release()
  }
}
