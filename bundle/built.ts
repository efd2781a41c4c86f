import { existsSync } from "node:fs"
import { cp, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { entryName } from "./functions"
import { startLambda } from "./lambda"
import { functionsFolder, serverFolder } from "./places"

/** The variables by which a function finds its table, its storage and its settings. */
const given = /^(AWS|SST|POWERTOOLS)_/

/** Loads the built server as Lambda would, from a folder where nothing of this repository is near. */
export const startServer = () => startApart(serverFolder, "index.mjs")

/** The same for a function, by its name. */
export const startFunction = (name: string) => startApart(path.join(functionsFolder, name), entryName)

async function startApart(folder: string, entry: string) {
  if (!existsSync(path.join(folder, entry)))
    throw new Error(`${folder} is missing: run npm run bundle first.`)
  const apart = await mkdtemp(path.join(tmpdir(), "bundle-"))
  await cp(folder, apart, { recursive: true })
  const clean = () => rm(apart, { recursive: true, force: true, maxRetries: 3 })
  try {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => given.test(name)))
    // Tests keep their own log silent; what a bundle writes is kept for them to read.
    const lambda = await startLambda(path.join(apart, entry), { ...env, POWERTOOLS_LOG_LEVEL: "INFO" })
    const stop = async () => {
      await lambda.stop()
      await clean()
    }
    return { ...lambda, stop }
  } catch (error) {
    await clean()
    throw error
  }
}
