import { s3 } from "../core/storage/client"
import { dynamo } from "../core/table/client"

type Call = { name: string; input: Record<string, unknown> }
/** Called around each call to the table and to storage; `next` makes it. */
type Around = (call: Call, next: () => Promise<unknown>) => Promise<unknown>

let around: Around | undefined

const step = { step: "initialize", priority: "high", name: "testing-faults", override: true } as const
type Made = { output: never; response: unknown }

dynamo.middlewareStack.add(
  (next, { commandName = "" }) =>
    async (args) => {
      const make = () => next(args)
      if (!around) return make()
      return (await around({ name: commandName, input: args.input as Call["input"] }, make)) as Made
    },
  step,
)
s3.middlewareStack.add(
  (next, { commandName = "" }) =>
    async (args) => {
      const make = () => next(args)
      if (!around) return make()
      return (await around({ name: commandName, input: args.input as Call["input"] }, make)) as Made
    },
  step,
)

/** Runs something while every call to the table and to storage goes through `wrap`. */
export async function during<T>(wrap: Around, run: () => Promise<T>): Promise<T> {
  around = wrap
  try {
    return await run()
  } finally {
    around = undefined
  }
}

class Killed extends Error {}

/**
 * Runs something in a process that is killed as soon as its nth call has reached the table or storage: nothing that
 * comes later happens.
 * @returns whether it was killed; false means that it made fewer calls, and ended
 */
export async function killedAfter(calls: number, run: () => Promise<unknown>): Promise<boolean> {
  let made = 0
  let dead = false
  const inFlight: Promise<unknown>[] = []
  const wrap: Around = async (_, next) => {
    if (dead) throw new Killed()
    const last = ++made === calls
    const call = next()
    inFlight.push(call)
    const [answer] = await Promise.allSettled([call])
    dead ||= last
    if (dead) throw new Killed()
    if (answer.status === "rejected") throw answer.reason
    return answer.value
  }
  await during(wrap, async () => {
    await run().catch((error) => {
      if (!dead) throw error
    })
    await Promise.allSettled(inFlight)
  })
  return dead
}

/** Runs something that is killed after its 1st, 2nd, 3rd … call, until it lives to its end; gives how often it was killed. */
export async function killedEverywhere(
  once: (killed: (run: () => Promise<unknown>) => Promise<void>) => Promise<void>,
) {
  for (let calls = 1; ; calls++) {
    let dead = false
    await once(async (run) => {
      dead = await killedAfter(calls, run)
    })
    if (!dead) return calls - 1
  }
}

/** Makes the first call of a command wait until `meanwhile` is done: a race with a certain outcome. */
export async function justBefore<T>(
  command: string,
  meanwhile: () => Promise<unknown>,
  run: () => Promise<T>,
): Promise<T> {
  let done = false
  const wrap: Around = async ({ name }, next) => {
    if (!done && name === command) {
      done = true
      await meanwhile()
    }
    return next()
  }
  const result = await during(wrap, run)
  if (!done) throw new Error(`there was no ${command}`)
  return result
}
