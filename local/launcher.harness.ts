import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process"
import { once } from "node:events"
import { readFile, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import type { Readable } from "node:stream"
import { fileURLToPath, pathToFileURL } from "node:url"
import { onTestFinished } from "vitest"
import { accepts, freePort } from "./port"
import { temporaryFolder } from "./test-kit"

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href
const main = fileURLToPath(new URL("./main.ts", import.meta.url))

/** Functions that note what they were given, a line an event or record, and now and then crash in the middle. */
const notingFunctions = {
  "photo-uploaded": `import { appendFileSync } from "node:fs"
    appendFileSync(process.env.NOTES + ".processes", process.pid + "\\n")
    setInterval(() => {}, 1000)
    export const handler = async (event: any) => {
      for (const { s3 } of event.Records) appendFileSync(process.env.NOTES + ".uploads", s3.object.key + "\\n")
    }`,
  "table-changed": `import { appendFileSync } from "node:fs"
    export const handler = async (event: any) => {
      for (const { dynamodb } of event.Records) {
        if (Math.random() < 0.002) process.exit(1)
        appendFileSync(process.env.NOTES + ".records", dynamodb.Keys.pk.S + "\\n")
      }
    }`,
  housekeeping: `import { appendFileSync } from "node:fs"
    export const handler = async (event: any) =>
      appendFileSync(process.env.NOTES + ".schedule", event["detail-type"] + "\\n")`,
  digest: "export const handler = async () => {}",
  "every-minute": "export const handler = async () => {}",
  background: "export const handler = async () => {}",
}

/** An installation in a folder of its own, whose launcher can be started, and killed, again and again. */
export async function givenInstallation(variables: Record<string, string> = {}) {
  const root = await temporaryFolder()
  const dataDir = path.join(root, "data")
  const [site, dynamo, s3, desk] = [await freePort(), await freePort(), await freePort(), await freePort()]
  for (const [name, source] of Object.entries(notingFunctions)) {
    await writeFile(path.join(root, `${name}.ts`), source)
  }
  const notes = path.join(root, "notes")
  const env = {
    ...process.env,
    npm_lifecycle_event: "",
    AWS_ENDPOINT_URL_DYNAMODB: "",
    PORT: String(site),
    LOCAL_DYNAMODB_PORT: String(dynamo),
    LOCAL_S3_PORT: String(s3),
    LOCAL_DESK_PORT: String(desk),
    LOCAL_DATA: dataDir,
    NOTES: notes,
    ...variables,
  }
  const running = new Set<ChildProcess>()
  onTestFinished(async () => {
    for (const child of running) child.kill("SIGKILL")
    await untilPortsFree()
  })

  const untilPortsFree = async () => {
    while ((await Promise.all([dynamo, s3, desk].map((port) => accepts(port)))).includes(true)) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const notesOf = async (kind: "uploads" | "records" | "processes" | "schedule") => {
    const text = await readFile(`${notes}.${kind}`, "utf8").catch(() => "")
    return text.split("\n").filter(Boolean)
  }

  function start(options: string[] = ["--without-site"]) {
    const args = ["--import", tsx, main, "dev", "--functions", root, ...options]
    return follow(spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] }))
  }

  /** As people start it: the launcher below a shell below npm. */
  async function startThroughNpm() {
    const scripts = {
      dev: `"${process.execPath}" --import "${tsx}" "${main}" dev --functions . --without-site`,
    }
    await writeFile(path.join(root, "package.json"), JSON.stringify({ scripts }))
    return follow(spawn("npm", ["run", "dev"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] }))
  }

  function follow(child: ChildProcessByStdio<null, Readable, Readable>) {
    running.add(child)
    let output = ""
    const exited = once(child, "close").then(([code]) => {
      running.delete(child)
      return code as number | null
    })
    const ready = new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (data) => {
          output += data
          if (output.includes("Ichimai runs")) resolve()
        })
      }
      void exited.then(() => reject(new Error(`The launcher ended: ${output}`)))
    })
    // Whoever kills it early does not wait for it.
    ready.catch(() => {})
    return { ready, exited, kill: (signal: NodeJS.Signals) => child.kill(signal), output: () => output }
  }

  return { dataDir, ports: { site, dynamo, s3, desk }, start, startThroughNpm, notesOf, untilPortsFree }
}
