import { Audit } from "../core/audit"
import type { Stage } from "./stage"
import { who } from "./who"

/** How long a change waits for being noted, in milliseconds: in an emergency the table may be what is broken. */
const patience = 5000

/**
 * Notes in the stage's audit what somebody has just agreed to, before it happens.
 * @returns a sentence when it could not be noted
 */
export async function note(stage: Stage, what: string, change: string): Promise<string | undefined> {
  const write = async () => {
    await stage.link()
    await Audit.record({ kind: "system" }, { by: await who(stage), what, detail: change.slice(0, 2000) })
  }
  const tooLong = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience).unref(),
  )
  try {
    await Promise.race([write(), tooLong])
    return undefined
  } catch (error) {
    return `The audit of stage ${stage.name} does not note this: ${error instanceof Error ? error.message : error}`
  }
}
