import { Resource } from "sst"
import { z } from "zod"
import { Escalation } from "./incident/escalation.schema"
import { Settings } from "./settings.schema"

const App = z.object({ name: z.string().min(1), stage: z.string().min(1) })
const Named = z.object({ name: z.string().min(1) })
/** Secrets that other services gave us: as they are, without versions. */
export type ProviderSecret = "GoogleSecret" | "GithubSecret" | "CognitoSecret"
const Secret = z.object({ value: z.string().min(1) })

const cache = new Map<string, unknown>()

/** Reads a linked resource when it is first needed, so that importing a module needs no links. */
function link<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  if (!cache.has(name)) cache.set(name, schema.parse((Resource as unknown as Record<string, unknown>)[name]))
  return cache.get(name) as z.output<S>
}

/** What the stage provides: names of resources, settings, secrets. Throws when a link is missing or malformed. */
export const config = {
  get stage() {
    return link("App", App).stage
  },
  /** What the names of everything that a stage has begin with. */
  get appName() {
    return link("App", App).name
  },
  get tableName() {
    return link("Table", Named).name
  },
  get originalsBucket() {
    return link("Originals", Named).name
  },
  get mediaBucket() {
    return link("Media", Named).name
  },
  /** Where nobody changes anything or takes it away before its time. */
  get evidenceBucket() {
    return link("Evidence", Named).name
  },
  /** Where public variants are read, without a slash at the end. */
  get mediaUrl() {
    return link("MediaOrigin", z.object({ url: z.url() })).url.replace(/\/$/, "")
  },
  get settings() {
    return link("Settings", Settings)
  },
  /** The value of a secret: versions, newest first, `id:secret,id:secret`. */
  secret(name: "AuthSecret" | "EmailKey" | "CursorKey" | "TokenKey" | "CdnSecret") {
    return link(name, Secret).value
  },
  /** The password of the canary's account, where the stage has one. */
  get canarySecret() {
    return link("CanarySecret", Secret).value
  },
  /** Whom incidents go to. */
  get escalation() {
    return link("Escalation", Escalation)
  },
  /** What proves us to a sign-in provider; read only where the provider is configured. */
  providerSecret(name: ProviderSecret) {
    return link(name, Secret).value
  },
}
