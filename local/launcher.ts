import path from "node:path"
import { banner } from "./banner"
import { claimDataFolder, prepareDataFolder } from "./data-folder"
import { deliverStream, isUpload, openUploads } from "./deliveries"
import { dynamoPidFile } from "./dynamo"
import { scrubEnvironment } from "./environment"
import { localFunction } from "./functions/function"
import { watchSource } from "./functions/watch"
import { leftEvents } from "./left-events"
import { type Logs, openLogs } from "./logs/collector"
import { assertPortFree } from "./port"
import { Problem } from "./problem"
import { reap } from "./process/pid-file"
import { resetData } from "./reset"
import { runEveryMinute, runHourly, runInBackground } from "./schedule"
import { startServices } from "./services"
import type { LocalSettings } from "./settings"
import { assertBuilt, type Mode, sitePidFile, startSite, untilHealthy } from "./site"

export type LaunchOptions = {
  mode: Mode
  settings: LocalSettings
  reset: boolean
  yes: boolean
  withSite: boolean
  /** Folder of the function's sources, `functions` in the checkout. */
  functionsFolder: string
  /** Told what must be ended, in the order of starting. */
  onStarted: (stop: () => Promise<unknown> | unknown) => void
}

/**
 * Starts everything: the services, the delivery of events, the site.
 * @returns resolves with a Problem when something that must run has ended by itself
 * @throws Problem when something cannot start
 */
export async function launch(options: LaunchOptions): Promise<{ broken: Promise<Problem> }> {
  const { mode, settings, withSite, onStarted } = options
  const { dataDir, ports } = settings
  const started = performance.now()
  if (withSite) assertBuilt(mode)
  scrubEnvironment()
  Object.assign(process.env, { NODE_ENV: mode === "dev" ? "development" : "production" })

  onStarted(await claimDataFolder(dataDir))
  await Promise.all([reap(dynamoPidFile(dataDir)), reap(sitePidFile(dataDir))])
  await assertPortsFree(options)
  if (options.reset) await resetData(dataDir, options.yes)
  await prepareDataFolder(dataDir)

  const stopping = new AbortController()
  const logs = openLogs(dataDir)
  const functionEnv: NodeJS.ProcessEnv = { ...process.env }
  const functionOf = (name: string, timeoutMs = 60_000) =>
    localFunction({
      file: path.resolve(options.functionsFolder, `${name}.ts`),
      env: functionEnv,
      timeoutMs,
      collect: (output) => logs.collect(name, output),
      report: (line) => console.warn(`[${name}] ${line}`),
    })
  const photoUploaded = functionOf("photo-uploaded")
  const photoGivenUp = functionOf("photo-given-up")
  const tableChanged = functionOf("table-changed")
  const housekeeping = functionOf("housekeeping")
  const digest = functionOf("digest")
  const everyMinute = functionOf("every-minute")
  const background = functionOf("background", 600_000)
  const functions = [photoUploaded, photoGivenUp, tableChanged, housekeeping, digest, everyMinute, background]
  const uploads = await openUploads({
    dataDir,
    concurrency: settings.imageConcurrency,
    deliver: photoUploaded.invoke,
    gaveUp: (failure) => photoGivenUp.invoke(failure),
    signal: stopping.signal,
  })

  const services = await startServices({
    ...settings,
    siteUrl: `http://localhost:${ports.site}`,
    onStored: (record) => (isUpload(record) ? uploads.add({ Records: [record] }) : undefined),
    invoke: leftEvents({
      dataDir,
      functions: {
        "photo-given-up": photoGivenUp,
        "table-changed": tableChanged,
        housekeeping,
        digest,
        "every-minute": everyMinute,
        background,
      },
      kept: { "photo-uploaded": uploads.add },
    }),
  })
  onStarted(services.close)
  Object.assign(functionEnv, services.env)
  onStarted(() => {
    stopping.abort()
    for (const each of functions) each.close()
  })

  photoUploaded.warm()
  tableChanged.warm()
  await uploads.start()
  const { signal } = stopping
  const reportOf = (name: string) => (line: string) => console.warn(`[${name}] ${line}`)
  const stream = deliverStream({ dataDir, services, target: tableChanged, signal })
  for (const [name, target] of Object.entries({ housekeeping, digest })) {
    void runHourly({ name, target, report: reportOf(name), signal })
  }
  void runEveryMinute({
    name: "every-minute",
    target: everyMinute,
    report: reportOf("every-minute"),
    signal,
  })
  void runInBackground({ name: "background", target: background, report: reportOf("background"), signal })
  if (mode === "dev") {
    const folders = ["functions", "core", "messages"].map((folder) => path.resolve(folder))
    onStarted(
      watchSource([...new Set([...folders, path.resolve(options.functionsFolder)])], (file) => {
        console.log(`${file} changed: the functions are reloaded`)
        for (const each of functions) each.reload()
      }),
    )
  }

  const ends = [
    stream.then(
      () => new Problem("The delivery of the table's stream ended."),
      (error) => new Problem(`The delivery of the table's stream failed: ${error}`),
    ),
    services.dynamo.program?.exited.then(
      () => new Problem(`The embedded DynamoDB ended by itself: see ${path.join(dataDir, "dynamodb.log")}.`),
    ),
  ]
  if (withSite) ends.push((await openSite(options, { ...process.env, ...services.env }, logs)).ended)
  const seconds = (performance.now() - started) / 1000
  console.log(banner({ endpoints: services.endpoints, dataDir, withSite, seconds }))
  return { broken: Promise.race(ends.filter((end) => end !== undefined)) }
}

/** Starts the site and waits until it answers. */
async function openSite({ mode, settings, onStarted }: LaunchOptions, env: NodeJS.ProcessEnv, logs: Logs) {
  const port = settings.ports.site
  const site = startSite({ mode, port, dataDir: settings.dataDir, env })
  logs.collect("api", site)
  onStarted(site.stop)
  const ended = site.exited.then((code) => new Problem(`The site ended by itself (exit code ${code}).`))
  const status = await Promise.race([untilHealthy(port, 120), ended])
  if (status instanceof Problem) throw status
  if (status !== 200) console.warn(`The site runs, but /health answers ${status}.`)
  return { ended }
}

async function assertPortsFree({ settings, withSite }: LaunchOptions) {
  const { ports, dynamoEndpoint } = settings
  if (withSite) await assertPortFree(ports.site, "PORT")
  if (!dynamoEndpoint) await assertPortFree(ports.dynamo, "LOCAL_DYNAMODB_PORT")
  await assertPortFree(ports.s3, "LOCAL_S3_PORT")
  await assertPortFree(ports.desk, "LOCAL_DESK_PORT")
}
