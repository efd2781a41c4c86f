import { claimDataFolder, prepareDataFolder } from "./data-folder"
import { dynamoPidFile } from "./dynamo"
import { type SettingsOverrides, scrubEnvironment } from "./environment"
import { freePort } from "./port"
import { reap } from "./process/pid-file"
import { startServices } from "./services"

/**
 * Starts the embedded table, storage and desk for tests, on free ports, without event delivery and without the site.
 * Takes everything of AWS and SST out of `process.env`; put `env` into it before anything of core is used:
 * `Object.assign(process.env, backend.env)`.
 * @throws Problem when the folder or a service cannot be used
 */
export async function startBackend(options: {
  dataDir: string
  siteUrl?: string
  overrides?: SettingsOverrides
}) {
  const { dataDir, siteUrl = "http://localhost:3000", overrides } = options
  scrubEnvironment()
  const release = await claimDataFolder(dataDir)
  try {
    await prepareDataFolder(dataDir)
    await reap(dynamoPidFile(dataDir))
    const ports = { dynamo: await freePort(), s3: 0, desk: 0 }
    // Nothing runs here that an event could be left with: it is taken, and that is all.
    const invoke = async () => {}
    const services = await startServices({ dataDir, ports, siteUrl, overrides, invoke })
    const { dynamo, s3, desk } = services.endpoints
    const close = () => services.close().finally(release)
    return { env: services.env, dynamoUrl: dynamo, s3Url: s3, deskUrl: desk, close }
  } catch (error) {
    release()
    throw error
  }
}
