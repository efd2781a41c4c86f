import { execFileSync } from "node:child_process"
import { mkdir, rm } from "node:fs/promises"
import path from "node:path"
import { parseArgs } from "node:util"
import { bundleFunction } from "./functions"
import { rememberRoutes } from "./patch-routes"
import { functionNames, functionsFolder, serverFolder } from "./places"
import { zipSize } from "./zip-size"

const usage = `Usage: npm run bundle [-- --functions]

Builds the site for production (.next), the server's function out of it (.open-next) and a bundle of each function
(.bundle), as a deployment does.

  --functions   the functions alone`

async function report(name: string, folder: string) {
  const { zip, unzipped } = await zipSize(folder)
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`.padStart(9)
  console.log(`${name.padEnd(16)} ${megabytes(zip)} zipped ${megabytes(unzipped)} unzipped`)
}

function readArguments() {
  try {
    return parseArgs({ options: { functions: { type: "boolean", default: false } } }).values
  } catch {
    console.error(usage)
    process.exit(1)
  }
}

const { functions: functionsAlone } = readArguments()
if (!functionsAlone) {
  execFileSync("npx", ["--no-install", "open-next", "build"], { stdio: "inherit" })
  await rememberRoutes(serverFolder)
  await report("server", serverFolder)
}
await rm(functionsFolder, { recursive: true, force: true })
await mkdir(functionsFolder, { recursive: true })
for (const name of functionNames) {
  await bundleFunction(name, path.join(functionsFolder, name))
  await report(name, path.join(functionsFolder, name))
}
