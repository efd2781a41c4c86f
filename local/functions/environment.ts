import { fork } from "node:child_process"
import { createRequire } from "node:module"
import path from "node:path"
import type { Readable } from "node:stream"
import { fileURLToPath, pathToFileURL } from "node:url"
import { type Answer, errorOf, type Invocation } from "./messages"

const host = fileURLToPath(new URL("./host.ts", import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href

export type FunctionSource = {
  file: string
  env: NodeJS.ProcessEnv
  timeoutMs: number
  /** Takes what its processes print; it goes to the terminal where nobody does. */
  collect?: (output: { stdout: Readable | null; stderr: Readable | null }) => void
}
/** One process that runs one function, one event at a time. */
export type Environment = ReturnType<typeof startEnvironment>

/** The function's module could not be loaded; no event is at fault. */
export class Unloadable extends Error {
  override readonly name = "Unloadable"
}

/** Starts a process with the function loaded. It ends with us, however we end. */
export function startEnvironment({ file, env, timeoutMs, collect }: FunctionSource) {
  const name = path.basename(file, path.extname(file))
  const child = fork(host, [file, name], { execArgv: ["--import", tsx], env, silent: collect !== undefined })
  collect?.(child)
  let settle: { done(result: unknown): void; failed(error: Error): void } | undefined
  let alive = true
  let answerLoaded = (_: Error | undefined) => {}
  const loaded = new Promise<Error | undefined>((resolve) => {
    answerLoaded = resolve
  })

  function end() {
    alive = false
    child.kill("SIGKILL")
  }

  child.on("message", (answer: Answer) => {
    if (answer.kind === "ready") answerLoaded(undefined)
    if (answer.kind === "unloadable") {
      answerLoaded(new Unloadable(answer.fault.message))
      end()
    }
    if (answer.kind === "done") settle?.done(answer.result)
    if (answer.kind === "failed") settle?.failed(errorOf(answer.fault))
  })
  child.on("error", () => {})
  child.on("exit", (code, signal) => {
    alive = false
    answerLoaded(new Unloadable(`its process ended while loading (${signal ?? code})`))
    settle?.failed(new Error(`The process of ${name} ended while it ran (${signal ?? code}).`))
  })

  return {
    isAlive: () => alive,
    end,
    /** @throws Unloadable when the function's module cannot be loaded; the function's own error; an error when the process died or took too long */
    async invoke(event: unknown, requestId: string): Promise<unknown> {
      const fault = await loaded
      if (fault) throw fault
      const tooLong = setTimeout(() => {
        settle?.failed(new Error(`${name} did not end within ${timeoutMs / 1000} s.`))
        end()
      }, timeoutMs)
      try {
        return await new Promise((done, failed) => {
          settle = { done, failed }
          if (!alive) failed(new Error(`The process of ${name} has ended.`))
          const message: Invocation = { event, requestId, deadline: Date.now() + timeoutMs }
          child.send(message, (error) => error && failed(error))
        })
      } finally {
        clearTimeout(tooLong)
        settle = undefined
      }
    },
  }
}
