import { appendFileSync } from "node:fs"
import { join } from "node:path"
import { startS3 } from "../index"
import { BUCKET, CREDENTIALS, OTHER_BUCKET } from "./names"

// A server in a process of its own, to be killed. It keeps its events in a file and says its URL on stdout.
const [dataDir = "", eventFile = join(dataDir, "events")] = process.argv.slice(2)
const server = await startS3({
  port: 0,
  dataDir,
  buckets: [BUCKET, OTHER_BUCKET],
  corsOrigins: [],
  ...CREDENTIALS,
  onEvent: (event) => appendFileSync(eventFile, `${JSON.stringify(event)}\n`),
})
console.log(server.url)
