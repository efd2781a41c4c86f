import { fork } from "node:child_process"
import { randomUUID } from "node:crypto"
import path from "node:path"
import { fileURLToPath } from "node:url"

type Fault = { name: string; message: string; stack?: string }
type Message = { importMs?: number; result?: unknown; ms?: number; fault?: Fault }
export type Outcome<Result> = { result: Result; ms: number }

const host = fileURLToPath(new URL("./host.mjs", import.meta.url))
const timeoutMs = 60_000

/** What of our environment a function may see besides what it is given: where Node is, and where to put files. */
const inherited = ["PATH", "HOME", "TMPDIR", "LANG"]

/** A bundle that is loaded in a process of its own. */
export type Lambda = Awaited<ReturnType<typeof startLambda>>

/**
 * Loads a bundle in a Node that knows nothing of this repository, and calls it one event at a time.
 * @param file the bundle's entry, absolute; its folder is the working directory, as in Lambda
 * @param env the function's environment: links, endpoints, credentials
 * @throws the bundle's error where it does not load
 */
export async function startLambda(file: string, env: Record<string, string | undefined>) {
  const child = fork(host, [file], {
    cwd: path.dirname(file),
    execArgv: [],
    env: {
      ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])),
      NODE_ENV: "production",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => output.push(String(chunk)))

  function answer(): Promise<Message> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(late)
        child.off("message", onMessage).off("exit", onExit)
        settle()
      }
      const onMessage = (message: Message) =>
        end(() => (message.fault ? reject(errorOf(message.fault)) : resolve(message)))
      const onExit = (code: number | null) =>
        end(() => reject(new Error(`The bundle's process ended (${code}).\n${output.join("")}`)))
      const late = setTimeout(() => end(() => reject(new Error("The bundle did not answer."))), timeoutMs)
      child.on("message", onMessage).on("exit", onExit)
    })
  }

  const { importMs = 0 } = await answer()
  return {
    /** Milliseconds that importing the bundle took. */
    importMs,
    /** What it has written so far. */
    output: () => output.join(""),
    /** Gives the handler's result and the milliseconds that it took. @throws the handler's error */
    async invoke<Result>(event: unknown): Promise<Outcome<Result>> {
      const answered = answer()
      child.send({ event, requestId: randomUUID(), deadline: Date.now() + timeoutMs })
      const { result, ms = 0 } = await answered
      return { result: result as Result, ms }
    },
    async stop(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once("exit", resolve))
      child.kill("SIGKILL")
      await ended
    },
  }
}

function errorOf({ name, message, stack }: Fault): Error {
  return Object.assign(new Error(message), { name, stack })
}
