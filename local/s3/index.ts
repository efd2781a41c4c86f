import { createServer, type Server } from "node:http"
import { Verifier } from "./auth/verifier"
import { S3Error } from "./http/error"
import { requestHandler } from "./http/handler"
import type { S3Context } from "./http/types"
import { openFolders } from "./store/folders"
import { ObjectStore, type OnEvent } from "./store/object-store"
import { UploadStore } from "./store/upload-store"

export type S3Options = {
  /** 0: any free port. */
  port: number
  dataDir: string
  buckets: string[]
  /** Default us-east-1. */
  region?: string
  accessKeyId: string
  secretAccessKey: string
  /** The browser origins that may call, exactly as browsers send them. */
  corsOrigins: string[]
  /**
   * Called after an object was durably committed or removed and before the client is answered; the answer waits
   * for it. What a killed process still owed is handed over before `startS3` resolves, so an event may come twice
   * and is never lost. When it rejects, the client gets a 500 and the event is handed over again with the next
   * write to that key, or at the next start.
   */
  onEvent?: OnEvent
}

/** A running server. `close` lets writes under way finish. */
export type S3Server = { url: string; port: number; close(): Promise<void> }

const HOST = "127.0.0.1"
const CLOSE_GRACE_MS = 1000

/**
 * Starts an S3 endpoint over a folder, for path-style requests on the loopback address.
 * @throws an error with `code` (`EADDRINUSE`, …) when the port cannot be had, before the folder is touched; an
 *   Error naming the file when the folder is damaged; what `onEvent` throws for an event still owed.
 */
export async function startS3(options: S3Options): Promise<S3Server> {
  let opened: (context: S3Context) => void = () => undefined
  const ready = new Promise<S3Context>((resolve) => {
    opened = resolve
  })
  const handle = requestHandler(ready, options.corsOrigins)
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 })
  server.on("request", (request, response) => void handle(request, response, false))
  server.on("checkContinue", (request, response) => void handle(request, response, true))
  // The port comes first: whoever has it owns the folder, and opening it sweeps.
  await listen(server, options.port)
  try {
    const context = await openContext(options)
    opened(context)
    const port = portOf(server)
    return { url: `http://${HOST}:${port}`, port, close: () => close(server, context) }
  } catch (error) {
    await stop(server)
    throw error
  }
}

async function openContext(options: S3Options): Promise<S3Context> {
  const { dataDir, buckets, accessKeyId, secretAccessKey } = options
  const { region = "us-east-1", onEvent = () => undefined } = options
  const folders = await openFolders(dataDir)
  const objects = await ObjectStore.open({ folders, region, onEvent })
  const uploads = await UploadStore.open(folders, (upload) => objects.find(upload)?.uploadId === upload.id)
  return {
    region,
    objects,
    uploads,
    buckets,
    started: new Date().toISOString(),
    verifier: new Verifier({ region, accessKeyId, secretAccessKey }),
    requireBucket: (name) => {
      if (buckets.includes(name)) return
      throw new S3Error("NoSuchBucket", "The specified bucket does not exist", { BucketName: name })
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, HOST, () => {
      server.off("error", reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The storage server has no port.")
  return address.port
}

async function close(server: Server, { objects, uploads }: S3Context): Promise<void> {
  await stop(server)
  await uploads.idle()
  await objects.idle()
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
