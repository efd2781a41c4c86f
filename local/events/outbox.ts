import { mkdir, readdir, readFile, rm } from "node:fs/promises"
import path from "node:path"
import { setTimeout } from "node:timers/promises"
import { ulid } from "ulid"
import { writeDurably } from "../file"
import { backoff } from "./backoff"
import { keepDeadLetter } from "./dead-letters"

type Job = { file: string; id: string; event: unknown; tries: number }
export type Outbox = {
  /** Resolves when the event is on the disk; delivery follows. */
  add(event: unknown): Promise<void>
  /** Delivers what is there and what comes, until the signal fires. */
  start(): Promise<void>
}

/**
 * Delivers events to a function as Lambda's asynchronous invocation does: at least once, two more tries after a
 * failure, then the dead letters. Every pending event is a file, so a crash at any moment delivers it again.
 * @param options.deliver rejects when the function failed; the id is the same each time an event is tried
 * @param options.gaveUp told about an event that failed to the end, before it is forgotten
 */
export async function openOutbox(options: {
  folder: string
  functionName: string
  deadLetters: string
  deliver: (event: unknown, id: string) => Promise<unknown>
  gaveUp?: (event: unknown, id: string, error: unknown) => Promise<unknown>
  concurrency: number
  signal: AbortSignal
  retryMs?: number
}): Promise<Outbox> {
  const { folder, functionName, deadLetters, deliver, gaveUp, concurrency, signal, retryMs = 1000 } = options
  const maxTries = 3
  const waiting: Job[] = []
  const known = new Set<string>()
  let started = false
  let running = 0
  await mkdir(folder, { recursive: true, mode: 0o700 })

  function enqueue(file: string, event: unknown) {
    if (known.has(file)) return
    known.add(file)
    waiting.push({ file, id: path.basename(file, ".json"), event, tries: 0 })
  }

  function pump() {
    while (started && !signal.aborted && running < concurrency) {
      const job = waiting.shift()
      if (!job) return
      running++
      void attempt(job)
        .catch((error) => console.error(`[${functionName}] ${error}`))
        .finally(() => {
          running--
          pump()
        })
    }
  }

  async function attempt(job: Job) {
    try {
      await deliver(job.event, job.id)
    } catch (error) {
      if (signal.aborted) return
      job.tries++
      if (job.tries < maxTries) return void retryLater(job, error)
      const letter = { function: functionName, event: job.event, error, tries: job.tries }
      console.error(
        `[${functionName}] gave up after ${maxTries} tries: ${await keepDeadLetter(deadLetters, letter)}`,
      )
      await gaveUp?.(job.event, job.id, error)
    }
    await rm(job.file, { force: true })
    known.delete(job.file)
  }

  /** The place in the line is free meanwhile: one bad event never delays the others. */
  async function retryLater(job: Job, error: unknown) {
    const pause = backoff(job.tries, retryMs)
    console.warn(
      `[${functionName}] try ${job.tries} of ${maxTries} failed, again in ${Math.round(pause)} ms: ${error}`,
    )
    await setTimeout(pause, undefined, { signal }).catch(() => {})
    waiting.push(job)
    pump()
  }

  return {
    async add(event) {
      const file = path.join(folder, `${ulid()}.json`)
      await writeDurably(file, JSON.stringify(event))
      enqueue(file, event)
      pump()
    },
    async start() {
      if (started) return
      for (const name of (await readdir(folder)).sort()) {
        const file = path.join(folder, name)
        if (!name.endsWith(".json")) await rm(file, { force: true })
        else enqueue(file, JSON.parse(await readFile(file, "utf8")))
      }
      started = true
      pump()
    },
  }
}
