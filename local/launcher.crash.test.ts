import { once } from "node:events"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import path from "node:path"
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb"
import { HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3"
import { beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { scrubEnvironment } from "./environment"
import { givenInstallation } from "./launcher.harness"
import { accessKeyId, buckets, region, tableName } from "./names"
import { isRunning } from "./process/pid-file"
import { eventually } from "./test-kit"

beforeAll(() => scrubEnvironment())

type Installation = Awaited<ReturnType<typeof givenInstallation>>

async function clientsOf({ dataDir, ports }: Installation) {
  const { storageKey } = JSON.parse(await readFile(path.join(dataDir, "secrets.json"), "utf8"))
  const common = { region, credentials: { accessKeyId, secretAccessKey: storageKey }, maxAttempts: 1 }
  const s3 = new S3Client({ ...common, endpoint: `http://127.0.0.1:${ports.s3}` })
  const dynamo = new DynamoDBClient({ ...common, endpoint: `http://127.0.0.1:${ports.dynamo}` })
  onTestFinished(() => {
    s3.destroy()
    dynamo.destroy()
  })
  return { s3, dynamo }
}

/** Uploads and writes until the launcher dies, and notes what was acknowledged. */
async function writeUntilDeath(clients: Awaited<ReturnType<typeof clientsOf>>, round: number, kept: Kept) {
  const upload = async () => {
    for (let n = 0; ; n++) {
      const Key = `incoming/usr_1/pho_${round}-${n}`
      await clients.s3.send(new PutObjectCommand({ Bucket: buckets.originals, Key, Body: Key }))
      kept.uploads.push(Key)
    }
  }
  const write = async () => {
    for (let n = 0; ; n++) {
      const pk = `${round}-${n}`
      await clients.dynamo.send(
        new PutItemCommand({ TableName: tableName, Item: { pk: { S: pk }, sk: { S: "S" } } }),
      )
      kept.records.push(pk)
    }
  }
  await Promise.allSettled([upload(), write()])
}
type Kept = { uploads: string[]; records: string[] }

const runningFunctions = async (installation: Installation) =>
  (await installation.notesOf("processes")).filter((pid) =>
    isRunning({ pid: Number(pid), command: "host.ts" }),
  )

describe("the launcher", () => {
  test("loses nothing that was acknowledged, and leaves no port held, however often it is killed", async () => {
    const installation = await givenInstallation()
    const kept: Kept = { uploads: [], records: [] }
    for (let round = 0; round < 4; round++) {
      const launcher = installation.start()
      await launcher.ready
      const writing = writeUntilDeath(await clientsOf(installation), round, kept)
      const already = kept.uploads.length
      await eventually(() => expect(kept.uploads.length).toBeGreaterThan(already + 2))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 200))
      launcher.kill("SIGKILL")
      await Promise.all([launcher.exited, writing])
      await installation.untilPortsFree()
    }
    const last = installation.start()
    await last.ready
    await eventually(async () => expect(await installation.notesOf("schedule")).toContain("Scheduled Event"))
    expect(kept.records.length).toBeGreaterThan(4)
    await eventually(async () => {
      expect(await installation.notesOf("uploads")).toEqual(expect.arrayContaining(kept.uploads))
      expect(await installation.notesOf("records")).toEqual(expect.arrayContaining(kept.records))
    })
    const { s3 } = await clientsOf(installation)
    for (const Key of kept.uploads) {
      const { ContentLength } = await s3.send(new HeadObjectCommand({ Bucket: buckets.originals, Key }))
      expect(ContentLength).toBe(Key.length)
    }
    const firsts = [...new Set(await installation.notesOf("records"))].filter((pk) =>
      kept.records.includes(pk),
    )
    expect(firsts).toEqual(kept.records)
    last.kill("SIGTERM")
    expect(await last.exited).toBe(0)
  }, 60_000)

  test("can be killed while it starts", async () => {
    const installation = await givenInstallation()
    for (const wait of [200, 400, 600]) {
      const launcher = installation.start()
      await new Promise((resolve) => setTimeout(resolve, wait))
      launcher.kill("SIGKILL")
      await launcher.exited
    }
    const last = installation.start()
    await last.ready
  })

  test("ends when the npm that runs it is killed", async () => {
    const installation = await givenInstallation()
    const npm = await installation.startThroughNpm()
    await npm.ready
    npm.kill("SIGKILL")
    await installation.untilPortsFree()
  })

  test("stops cleanly, within five seconds, with work under way", async () => {
    const installation = await givenInstallation()
    const launcher = installation.start()
    await launcher.ready
    const kept: Kept = { uploads: [], records: [] }
    const writing = writeUntilDeath(await clientsOf(installation), 0, kept)
    await eventually(() => expect(kept.uploads.length).toBeGreaterThan(3))
    const began = performance.now()
    launcher.kill("SIGINT")
    expect(await launcher.exited).toBe(0)
    expect(performance.now() - began).toBeLessThan(5000)
    await writing
    await installation.untilPortsFree()
  })

  test("runs once a data folder, and its functions end with it when it is killed idle", async () => {
    const installation = await givenInstallation()
    const first = installation.start()
    await first.ready
    const second = installation.start()
    expect(await second.exited).toBe(1)
    await eventually(async () => expect(await runningFunctions(installation)).not.toEqual([]))
    first.kill("SIGKILL")
    await eventually(async () => expect(await runningFunctions(installation)).toEqual([]))
    expect(second.output()).toMatch(/^Ichimai already runs on .*data \(process \d+\): .*\n$/)
  })
})

describe("what it cannot work with, it names in one line", () => {
  test("a port in use", async () => {
    const installation = await givenInstallation()
    const server = createServer().listen(installation.ports.s3, "127.0.0.1")
    await once(server, "listening")
    const launcher = installation.start()
    expect(await launcher.exited).toBe(1)
    expect(launcher.output()).toBe(
      `Port ${installation.ports.s3} is in use: end the program that holds it, or choose another with LOCAL_S3_PORT.\n`,
    )
    server.close()
  })

  test("broken secrets, until the folder is reset", async () => {
    const installation = await givenInstallation()
    const { dataDir } = installation
    await mkdir(dataDir)
    await writeFile(path.join(dataDir, "ichimai.json"), '{"application":"ichimai","format":1}')
    await writeFile(path.join(dataDir, "secrets.json"), "broken")
    const launcher = installation.start()
    expect(await launcher.exited).toBe(1)
    expect(launcher.output()).toMatch(/^.*secrets\.json is broken .*--reset\.\n$/)
    const anew = installation.start(["--without-site", "--reset", "--yes"])
    await anew.ready
  })

  test("--reset with nobody to ask", async () => {
    const installation = await givenInstallation()
    const launcher = installation.start(["--without-site", "--reset"])
    expect(await launcher.exited).toBe(1)
    expect(launcher.output()).toMatch(/^--reset removes all data in .*: add --yes to say so\.\n$/)
  })
})
