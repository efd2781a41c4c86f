import { readSettings } from "./settings"
import { profiles } from "./stages"

/** What this run is about: the stage, its settings and its size. Read once, and refused before anything is made. */
export const settings = readSettings($app.stage)
export const profile = profiles[settings.kind]
export const isProduction = settings.kind === "production"

/** Photos that are processed at once. */
export const imageConcurrency = settings.imageConcurrency ?? profile.imageConcurrency

/** The one name of a thing of this stage, as the runbook writes it: `photo-sharing-app-production-api`. */
export const named = (thing: string) => `${$app.name}-${$app.stage}-${thing}`

/** Names that the runbook writes without a stage are production's; another stage of the account adds its own. */
export const perStage = (name: string) => (isProduction ? name : `${name}-${$app.stage}`)

export const accountId = aws.getCallerIdentityOutput().accountId
/** Where the CDN's certificate, firewall, metrics and alarms live. */
export const global = "us-east-1"
