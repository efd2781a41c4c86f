import path from "node:path"
import { z } from "zod"
import { Settings } from "../core/settings.schema"
import { Problem } from "./problem"

const Port = z.coerce
  .number("must be a port, 1 to 65535")
  .int("must be a port, 1 to 65535")
  .min(1, "must be a port, 1 to 65535")
  .max(65535, "must be a port, 1 to 65535")

const isLoopback = (url: string) => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname)

const Json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    context.addIssue({ code: "custom", message: "must be JSON" })
    return z.NEVER
  }
})

/** What a sign-in provider gave us; who it is stands in `LOCAL_SETTINGS`, under `oauth`. */
const ProviderSecrets = z
  .strictObject({ GoogleSecret: z.string(), GithubSecret: z.string(), CognitoSecret: z.string() })
  .partial()
export type ProviderSecrets = z.output<typeof ProviderSecrets>

const Variables = z.object({
  PORT: Port.default(3000),
  LOCAL_DYNAMODB_PORT: Port.default(3001),
  LOCAL_S3_PORT: Port.default(3002),
  LOCAL_DESK_PORT: Port.default(3003),
  LOCAL_DATA: z
    .string()
    .default(".local")
    .transform((folder) => path.resolve(folder)),
  IMAGE_CONCURRENCY: z.coerce
    .number("must be a number from 1 to 16")
    .int("must be a number from 1 to 16")
    .min(1, "must be a number from 1 to 16")
    .max(16, "must be a number from 1 to 16")
    .default(2),
  AWS_ENDPOINT_URL_DYNAMODB: z
    .url({ error: "must be an address such as http://127.0.0.1:8000", abort: true })
    .refine(isLoopback, {
      error: "must be on this machine (127.0.0.1): local mode never uses AWS",
      abort: true,
    })
    .optional(),
  LOCAL_PROVIDER_SECRETS: Json.pipe(ProviderSecrets).optional(),
  LOCAL_SETTINGS: Json.pipe(Settings.partial().strict()).optional(),
})

/** What the environment of the launcher decides. */
export type LocalSettings = ReturnType<typeof readSettings>

/**
 * Reads the settings of local mode. An empty variable counts as absent.
 * @throws Problem with a line for each value that cannot be used
 */
export function readSettings(env: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const { data, error } = Variables.safeParse(given)
  if (error) throw new Problem(error.issues.map((issue) => explain(issue, given)).join("\n"))
  const ports = {
    site: data.PORT,
    dynamo: data.LOCAL_DYNAMODB_PORT,
    s3: data.LOCAL_S3_PORT,
    desk: data.LOCAL_DESK_PORT,
  }
  refuseSharedPorts(data)
  return {
    ports,
    dataDir: data.LOCAL_DATA,
    imageConcurrency: data.IMAGE_CONCURRENCY,
    dynamoEndpoint: data.AWS_ENDPOINT_URL_DYNAMODB,
    /** Overrides of the product's settings, for tests: `LOCAL_SETTINGS='{"limits":{"signUpsPerHour":1000}}'`. */
    overrides: data.LOCAL_SETTINGS ?? {},
    providerSecrets: data.LOCAL_PROVIDER_SECRETS ?? {},
  }
}

function explain(issue: z.core.$ZodIssue, given: Record<string, unknown>) {
  const [variable, ...inside] = issue.path.map(String)
  const value = inside.length === 0 ? `=${given[variable ?? ""]}` : `: ${inside.join(".")}`
  return `${variable}${value} ${issue.message}.`
}

function refuseSharedPorts(data: z.output<typeof Variables>) {
  const names = ["PORT", "LOCAL_DYNAMODB_PORT", "LOCAL_S3_PORT", "LOCAL_DESK_PORT"] as const
  for (const [index, name] of names.entries()) {
    const twin = names.slice(0, index).find((other) => data[other] === data[name])
    if (twin) throw new Problem(`${name} and ${twin} are both ${data[name]}: give each its own port.`)
  }
}
