import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { waitForPort } from "./port"
import { Problem, reasonOf } from "./problem"
import { type Guarded, spawnGuarded } from "./process/guarded"

export type Dynamo = { url: string; program: Guarded; folder: string }

/** Where the embedded DynamoDB keeps its files, and its pid file. */
export const dynamoFolder = (dataDir: string) => path.join(dataDir, "dynamodb")
export const dynamoPidFile = (dataDir: string) => path.join(dataDir, "dynamodb.pid")

/**
 * Starts the embedded DynamoDB on loopback and waits until it answers.
 * @throws Problem when this machine has no binary, or the binary does not start on this data
 */
export async function startDynamo(options: { port: number; dataDir: string }): Promise<Dynamo> {
  const { port, dataDir } = options
  const binary = findBinary()
  const folder = dynamoFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = path.join(folder, "data.sqlite")
  const logFile = path.join(dataDir, "dynamodb.log")
  const log = openSync(logFile, "w", 0o600)
  const program = spawnGuarded(
    binary,
    ["serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", database],
    {
      pidFile: dynamoPidFile(dataDir),
      marker: database,
      output: log,
    },
  )
  closeSync(log)
  const giveUp = AbortSignal.timeout(10_000)
  const outcome = await Promise.race([
    waitForPort(port, giveUp).then(
      () => "ready" as const,
      () => "too slow" as const,
    ),
    program.exited.then(() => "exited" as const),
  ])
  if (outcome === "ready") return { url: `http://127.0.0.1:${port}`, program, folder }
  await program.stop()
  throw new Problem(
    `The embedded DynamoDB did not start on ${database} (${lastLine(logFile) || outcome}): restore that file, or start anew with --reset.`,
  )
}

function findBinary() {
  const name = `@dynoxide/${process.platform}-${process.arch}`
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
    return path.join(path.dirname(manifest), process.platform === "win32" ? "dynoxide.exe" : "dynoxide")
  } catch (error) {
    throw new Problem(
      `There is no embedded DynamoDB for this machine (${name}: ${reasonOf(error)}): run DynamoDB Local and set AWS_ENDPOINT_URL_DYNAMODB to its address, for instance http://127.0.0.1:8000.`,
    )
  }
}

const lastLine = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .findLast((line) => line.trim())
    ?.replace(/^error: /, "")
    .trim()
