import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import type { S3EventRecord } from "aws-lambda"

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url))

/** A server in a process of its own. */
export type Killable = { url: string; kill(): Promise<void> }

/** Starts a server that can be killed at any moment, over the given folder and event file. */
export async function startKillable(dataDir: string, eventFile: string): Promise<Killable> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", CHILD, dataDir, eventFile], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  if (!child.stdout) throw new Error("The child has no output.")
  const exited = once(child, "exit")
  const lines = createInterface(child.stdout)
  const [url] = await Promise.race([
    once(lines, "line"),
    exited.then(() => Promise.reject(new Error("The server did not start."))),
  ])
  return {
    url: String(url),
    kill: async () => {
      child.kill("SIGKILL")
      await exited
    },
  }
}

/** The events handed over so far. A line that a kill cut short is no handing over. */
export async function readEvents(eventFile: string): Promise<S3EventRecord[]> {
  const text = await readFile(eventFile, "utf8").catch(() => "")
  return text.split("\n").flatMap((line) => {
    try {
      return [JSON.parse(line)]
    } catch {
      return []
    }
  })
}
