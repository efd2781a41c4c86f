import { createHmac } from "node:crypto"
import { existsSync } from "node:fs"
import path from "node:path"
import { localEnvironment, scrubEnvironment } from "../local/environment"
import { app, buckets, region, tableName } from "../local/names"
import { loadSecrets } from "../local/secrets"
import { readSettings } from "../local/settings"
import { localLog } from "./logs/local"
import type { LogName } from "./logs/source"
import { localMetrics } from "./metrics/local"
import { OpsProblem } from "./problem"
import { clients, namesOf, type Stage } from "./stage"

/** What runs on a laptop; see docs/deploy.md for what there is only in AWS. */
const services = ["DynamoDBClient", "DynamoDBStreamsClient", "S3Client", "SESv2Client"]

/**
 * The stage of `npm run dev` and `npm start`, found through the same settings (PORT, LOCAL_DATA and so on).
 * @throws OpsProblem when it was never started
 */
export async function localStage(): Promise<Stage> {
  const { dataDir, ports, overrides, providerSecrets, dynamoEndpoint } = readSettings()
  if (!existsSync(path.join(dataDir, "secrets.json"))) {
    throw new OpsProblem(
      `There is no local stage in ${dataDir}.`,
      "Start it with npm run dev, or name one: --stage production",
    )
  }
  scrubEnvironment()
  const site = `http://localhost:${ports.site}`
  const endpoints = {
    site,
    dynamo: dynamoEndpoint ?? `http://127.0.0.1:${ports.dynamo}`,
    s3: `http://127.0.0.1:${ports.s3}`,
    desk: `http://127.0.0.1:${ports.desk}`,
  }
  const secrets = await loadSecrets(dataDir)
  Object.assign(process.env, localEnvironment({ endpoints, secrets, overrides, providerSecrets }))
  // On a laptop nobody has to think of a password for the canary.
  const canarySecret = createHmac("sha256", secrets.storageKey).update("canary").digest("base64url")
  process.env.SST_RESOURCE_CanarySecret = JSON.stringify({ value: canarySecret })
  const client = localClients()
  const log = (name: LogName) => localLog(dataDir, name)
  return {
    name: app.stage,
    isLocal: true,
    region,
    names: namesOf(app.stage),
    client,
    outputs: async () => ({
      stage: app.stage,
      region,
      site,
      api: site,
      apiId: app.stage,
      table: tableName,
      ...buckets,
    }),
    link: async () => {},
    log,
    metrics: () => localMetrics(log),
  }
}

/** Clients of what runs on a laptop. The others say that it does not. */
export function localClients(): Stage["client"] {
  const client = clients(region)
  return (Class, at) => {
    if (services.includes(Class.name)) return client(Class, at)
    throw new OpsProblem(
      `The local stage has no ${Class.name.replace(/Client$/, "")}.`,
      "Name another: --stage production",
    )
  }
}
