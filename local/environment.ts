import { devNull } from "node:os"
import type { z } from "zod"
import type { Escalation } from "../core/incident/escalation.schema"
import type { Settings } from "../core/settings.schema"
import { contacts } from "../infra/contacts"
import { accessKeyId, app, buckets, region, tableName } from "./names"
import type { Secrets } from "./secrets"
import type { ProviderSecrets } from "./settings"

export type Endpoints = { site: string; dynamo: string; s3: string; desk: string }
export type SettingsOverrides = Partial<z.output<typeof Settings>>

/**
 * Takes everything of AWS and SST out of an environment (profiles, credentials, roles, endpoints, links), so that
 * nothing started from here can reach a real account. Call it before the first AWS client is made.
 */
export function scrubEnvironment(env: NodeJS.ProcessEnv = process.env) {
  for (const name of Object.keys(env)) if (/^(AWS|SST|AMAZON)_/i.test(name)) delete env[name]
  Object.assign(env, isolation)
}

/** No files, no instance metadata, and no nagging about Node 20 from the SDK at every start. */
const isolation = {
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
}

/** The environment that makes the product use the embedded services: endpoints, credentials and links. */
export function localEnvironment(options: {
  endpoints: Endpoints
  secrets: Secrets
  overrides?: SettingsOverrides
  providerSecrets?: ProviderSecrets
}): Record<string, string> {
  const { endpoints, secrets, overrides, providerSecrets } = options
  const { storageKey, ...linked } = secrets
  const settings: z.input<typeof Settings> = {
    siteUrl: endpoints.site,
    mailFrom: "Ichimai <ichimai@localhost>",
    emailVerification: "optional",
    cdnSecretRequired: false,
    storageOrigin: endpoints.s3,
    // Without a CDN all callers share one address: what counts by address must hold for everybody together.
    limits: { signUpsPerHour: 1000, signInsPerQuarterHourByAddress: 2000 },
    ...overrides,
  }
  const links: Record<string, unknown> = {
    App: app,
    Table: { name: tableName },
    Originals: { name: buckets.originals },
    Media: { name: buckets.media },
    Evidence: { name: buckets.evidence },
    MediaOrigin: { url: `${endpoints.desk}/media` },
    Settings: settings,
    Escalation: escalation(),
  }
  for (const [name, value] of Object.entries({ ...linked, ...providerSecrets })) links[name] = { value }
  return {
    ...isolation,
    AWS_REGION: region,
    POWERTOOLS_LOG_LEVEL: "INFO",
    POWERTOOLS_SERVICE_NAME: `${app.name}-${app.stage}`,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: storageKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamo,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SESV2: endpoints.desk,
    AWS_ENDPOINT_URL_SNS: endpoints.desk,
    AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: endpoints.desk,
    AWS_ENDPOINT_URL_SQS: endpoints.desk,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.desk,
    ...Object.fromEntries(
      Object.entries(links).map(([name, value]) => [`SST_RESOURCE_${name}`, JSON.stringify(value)]),
    ),
  }
}

/** The levels of infra/contacts.json, examples or not: on a laptop their messages end in the desk's outbox. */
function escalation(): Escalation {
  const topic = (name: string) => `arn:aws:sns:${region}:000000000000:${app.name}-${app.stage}-${name}`
  const { onCall, levels } = contacts
  return {
    ...(onCall ? { onCall: { name: onCall.name, topic: topic("on-call") } } : {}),
    levels: levels.map(({ name, minutes }, at) => ({ name, minutes, topic: topic(`escalation-${at + 1}`) })),
  }
}
