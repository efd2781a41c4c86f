import { CloudWatchClient } from "@aws-sdk/client-cloudwatch"
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs"
import { app } from "../local/names"
import { localStage } from "./local-stage"
import { cloudWatchLog } from "./logs/cloudwatch"
import { functionOf, type LogName, type LogSource, logNames } from "./logs/source"
import { cloudWatchMetrics } from "./metrics/cloudwatch"
import type { MetricSource } from "./metrics/source"
import { loadOutputs, type Outputs } from "./outputs"
import { OpsProblem } from "./problem"

type Client = { config: unknown; destroy(): void }
type ClientClass<C extends Client> = new (options: { region: string }) => C

/** Where a command works, and what it works with. */
export type Stage = {
  name: string
  isLocal: boolean
  /** Where the stage runs; CloudFront, its certificates, WAF and their logs are in {@link global} for every stage. */
  region: string
  names: StageNames
  /**
   * A client of an AWS service, made once; the SDK's own class, `stage.client(CloudFrontClient, global)`.
   * @throws OpsProblem for a service that the local stage does not have
   */
  client<C extends Client>(Class: ClientClass<C>, region?: string): C
  /**
   * Addresses and names that the deployment decided.
   * @throws OpsProblem when this stage was never deployed
   */
  outputs(): Promise<Outputs>
  /** Leads the doors of core to this stage, before the first of them is used. What needs secrets runs in `sst shell`. */
  link(): Promise<void>
  /** One of the stage's logs. @throws OpsProblem for one that the stage does not have */
  log(name: LogName): LogSource
  /** What was counted. */
  metrics(): MetricSource
}

export type StageNames = {
  /** The name under which the product counts and logs. */
  service: string
  /** What a function is called in AWS. */
  function: (name: string) => string
  table: string
  logs: Record<LogName, string>
  dashboard: string
}

/** The region of CloudFront, its certificates, WAF, and their alarms and logs. */
export const global = "us-east-1"

const stageName = /^[a-z][a-z0-9-]{0,30}$/

/**
 * @returns the stage of a name
 * @throws OpsProblem when that is no name, or the local stage was never started
 */
export async function openStage(name: string): Promise<Stage> {
  if (!stageName.test(name))
    throw new OpsProblem(`"${name}" is no name of a stage.`, "Name one: --stage production")
  return name === app.stage ? localStage() : awsStage(name)
}

/** The one name of a thing of a stage: `photo-sharing-app-production-api`. */
export const named = (stage: string, thing: string) => `${app.name}-${stage}-${thing}`

/** What things are called by convention; the infrastructure's tests hold the same names. */
export const namesOf = (stage: string): StageNames => ({
  service: `${app.name}-${stage}`,
  function: (name) => `${app.name}-${stage}-${name}`,
  table: `${app.name}-${stage}-table`,
  logs: {
    ...(Object.fromEntries(
      logNames.map((name) => [name, `/aws/lambda/${app.name}-${stage}-${functionOf(name)}`]),
    ) as Record<LogName, string>),
    access: `/aws/apigateway/${app.name}-${stage}`,
    waf: `aws-waf-logs-${app.name}${stage === "production" ? "" : `-${stage}`}`,
  },
  dashboard: `PhotoSharingApp-${stage.charAt(0).toUpperCase()}${stage.slice(1)}`,
})

function awsStage(name: string): Stage {
  const region = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || "ap-northeast-1"
  process.env.AWS_REGION = region
  const client = clients(region)
  const names = namesOf(name)
  let outputs: Promise<Outputs> | undefined
  const stage: Stage = {
    name,
    isLocal: false,
    region,
    names,
    client,
    outputs: () => {
      outputs ??= loadOutputs(stage)
      return outputs
    },
    log: (log) =>
      cloudWatchLog(client(CloudWatchLogsClient, log === "waf" ? global : region), names.logs[log]),
    metrics: () => cloudWatchMetrics(client(CloudWatchClient), client(CloudWatchClient, global)),
    async link() {
      // `sst shell` has linked everything already, secrets included; but maybe of another stage.
      const shell = JSON.parse(process.env.SST_RESOURCE_App ?? "{}").stage
      if (shell && shell !== name) throw new OpsProblem(`This is a shell of stage ${shell}, not ${name}.`)
      process.env.SST_RESOURCE_App ??= JSON.stringify({ name: app.name, stage: name })
      process.env.SST_RESOURCE_Table ??= JSON.stringify({ name: names.table })
    },
  }
  return stage
}

/** Makes each client once a region. */
export function clients(defaultRegion: string) {
  const made = new Map<unknown, Map<string, Client>>()
  return <C extends Client>(Class: ClientClass<C>, region = defaultRegion): C => {
    const known = made.get(Class) ?? new Map<string, Client>()
    made.set(Class, known)
    const client = known.get(region) ?? new Class({ region })
    known.set(region, client)
    return client as C
  }
}
