import path from "node:path"
import { fileOf, keepDeadLetter } from "./events/dead-letters"
import type { LocalFunction } from "./functions/function"
import { app } from "./names"

type Options = {
  dataDir: string
  /** Functions by the name of their file. */
  functions: Record<string, Pick<LocalFunction, "invoke">>
  /** Those whose events are kept on the disk and tried again, as an upload's are. */
  kept: Record<string, (event: unknown) => Promise<void>>
}

/**
 * Takes events that are left with a function, as Lambda's `Event` invocation: it has answered before the function has.
 * What fails is a dead letter again.
 * @returns takes an event for a function by its name in AWS
 */
export function leftEvents({ dataDir, functions, kept }: Options) {
  return async (name: string, event: unknown): Promise<void> => {
    const file = fileOf(name.slice(`${app.name}-${app.stage}-`.length))
    if (kept[file]) return kept[file](event)
    const target = functions[file]
    if (!target) throw new Error(`There is no function ${name}.`)
    void target
      .invoke(event)
      .catch((error: unknown) =>
        keepDeadLetter(path.join(dataDir, "dead-letters"), { function: file, event, error, tries: 1 }).catch(
          (lost: unknown) => console.error(`[${file}] a dead letter was not kept: ${lost}`),
        ),
      )
  }
}
