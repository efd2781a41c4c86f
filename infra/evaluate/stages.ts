import { readFileSync } from "node:fs"
import { inject } from "vitest"
import { type Bundle, bundleConfig } from "./bundle"
import { type Evaluation, evaluate } from "./evaluate"
import { type Evaluated, type Graph, graph } from "./graph"

const version = (letter: string) => `1:${letter.repeat(43)}`
/** A value of every secret that a stage needs. */
export const secrets = {
  AuthSecret: version("a"),
  EmailKey: version("b"),
  CursorKey: version("c"),
  TokenKey: version("d"),
  CdnSecret: version("s"),
}

const canary = { CanarySecret: "a password of the canary" }

const people = [
  { name: "developers", minutes: 30, emails: ["dev@photos.example"], phones: ["+819012345678"] },
]
/** Settings that each kind of stage can be deployed with. */
export const environments = {
  production: {
    PHOTO_APP_DOMAIN: "photos.example",
    PHOTO_APP_CERTIFICATE_ARN: "arn:aws:acm:us-east-1:123456789012:certificate/12345678-abcd",
    PHOTO_APP_ALARM_EMAIL: "alarms@photos.example",
    PHOTO_APP_ESCALATION: JSON.stringify(people),
    PHOTO_APP_MONTHLY_BUDGET_USD: "300",
    PHOTO_APP_OAUTH: JSON.stringify({ google: { clientId: "google-client" } }),
  },
  staging: { PHOTO_APP_DOMAIN: "staging.photos.example" },
  development: { PHOTO_APP_MAIL_FROM: "Ichimai <somebody@photos.example>" },
}
const providerSecret = { GoogleSecret: "given-by-google" }

export const kinds = ["production", "staging", "development"] as const
export type Kind = (typeof kinds)[number]

/** The secrets that a stage cannot be without. */
export const secretsOf = (stage: Kind): Record<string, string> => ({
  ...secrets,
  ...(stage === "development" ? {} : canary),
  ...(stage === "production" ? providerSecret : {}),
})

/** Evaluates a stage with all that it needs, and what is given besides. */
export const evaluateStage = (bundle: Bundle, stage: Kind, given: Partial<Evaluation> = {}) =>
  evaluate({
    bundle,
    stage,
    secrets: secretsOf(stage),
    env: environments[stage],
    ...given,
  })

/** Bundles the program and evaluates each stage, and `sst dev` of somebody's own; two at a time. */
export async function evaluateAll() {
  const bundle = await bundleConfig()
  const own = evaluate({ bundle, stage: "ada", dev: true, secrets, env: environments.development })
  const production = await evaluateStage(bundle, "production")
  const staging = evaluateStage(bundle, "staging")
  const dev = await own
  const development = await evaluateStage(bundle, "development")
  return { bundle, production, staging: await staging, development, dev }
}

/** What was evaluated before the tests began. */
export function evaluatedStages(): Record<Kind | "dev", Graph> {
  const stages = JSON.parse(readFileSync(inject("evaluated"), "utf8")) as Record<Kind | "dev", Evaluated>
  const { production, staging, development, dev } = stages
  return {
    production: graph(production),
    staging: graph(staging),
    development: graph(development),
    dev: graph(dev),
  }
}
