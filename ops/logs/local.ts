import { createReadStream, existsSync } from "node:fs"
import { type FileHandle, open, stat } from "node:fs/promises"
import { createInterface } from "node:readline"
import { StringDecoder } from "node:string_decoder"
import { setTimeout } from "node:timers/promises"
import { filesOf, logFile } from "../../local/logs/log-file"
import { OpsProblem } from "../problem"
import { patternOf } from "./pattern"
import { functionOf, type LogEvent, type LogName, type LogSource, type Query } from "./source"
import { writtenAt } from "./written-at"

/** How often a log is looked at while it is followed, in milliseconds. */
const pause = 200

/** A log that the launcher keeps in its data folder. */
export function localLog(dataDir: string, name: LogName): LogSource {
  if (name === "waf" || name === "canary") {
    throw new OpsProblem(`The local stage has no log of ${name}.`, "Name another stage: --stage production")
  }
  const file = logFile(dataDir, functionOf(name))
  async function* search({ since, until, filter }: Query) {
    const fits = patternOf(filter)
    for (const part of filesOf(file)) {
      if (existsSync(part)) yield* within(linesOf(part), { since, until }, fits)
    }
  }
  return {
    place: file,
    search,
    async *follow({ since, filter }, signal) {
      const [fits, end] = [patternOf(filter), { since, until: Number.POSITIVE_INFINITY }]
      for (const part of filesOf(file).slice(0, -1)) {
        if (existsSync(part)) yield* within(linesOf(part), end, fits)
      }
      yield* within(growing(file, signal), end, fits)
    },
  }
}

async function* within(
  lines: AsyncIterable<string>,
  { since, until }: { since: number; until: number },
  fits: (message: string) => boolean,
): AsyncGenerator<LogEvent> {
  for await (const message of lines) {
    const at = writtenAt(message)
    if (at >= since && at < until && fits(message)) yield { at, message }
  }
}

const linesOf = (file: string): AsyncIterable<string> => createInterface({ input: createReadStream(file) })

/** The lines of a file, and those that are added, also after it was full and another took its name. */
async function* growing(file: string, signal: AbortSignal): AsyncGenerator<string> {
  let handle: FileHandle | undefined
  const decoder = new StringDecoder("utf8")
  let left = ""
  try {
    while (!signal.aborted) {
      handle ??= await open(file).catch(() => undefined)
      const text = handle ? decoder.write(await restOf(handle)) : ""
      const lines = (left + text).split("\n")
      left = lines.pop() ?? ""
      yield* lines
      if (text) continue
      if (handle && (await wasTurned(handle, file))) {
        await handle.close()
        handle = undefined
        continue
      }
      await setTimeout(pause, undefined, { signal }).catch(() => {})
    }
  } finally {
    await handle?.close()
  }
}

/** What was written since the last look, or as much of it as fits. */
async function restOf(handle: FileHandle): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(256 * 1024) })
  return buffer.subarray(0, bytesRead)
}

async function wasTurned(handle: FileHandle, file: string): Promise<boolean> {
  const [held, named] = await Promise.all([handle.stat(), stat(file).catch(() => undefined)])
  return named !== undefined && named.ino !== held.ino
}
