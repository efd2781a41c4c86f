import { readFile } from "node:fs/promises"
import { z } from "zod"
import { Escalation } from "../core/incident/escalation.schema"
import { Settings } from "../core/settings.schema"
import { OpsProblem } from "./problem"
import { released } from "./released"
import type { Stage } from "./stage"

/** What a deployment gives: addresses, and names that AWS chose. */
export const Outputs = z.object({
  stage: z.string(),
  region: z.string(),
  /** Origin of the site, without a slash at the end. */
  site: z.url().transform((url) => url.replace(/\/$/, "")),
  /** Origin of the API for other clients. */
  api: z.url().transform((url) => url.replace(/\/$/, "")),
  /** Of the HTTP API, as its metrics name it. */
  apiId: z.string().optional(),
  distribution: z.string().optional(),
  table: z.string(),
  originals: z.string(),
  media: z.string(),
  /** Where evidence is locked away; absent until the deployment that brought it. */
  evidence: z.string().optional(),
  topic: z.string().optional(),
  /** Links of the product, for commands that do what it does. */
  escalation: Escalation.optional(),
  settings: Settings.optional(),
})
export type Outputs = z.output<typeof Outputs>

/**
 * The outputs of a stage: those of a deployment from this checkout, or else those that the last release noted in the
 * stage's own table, so that credentials are all an operator needs.
 * @throws OpsProblem when there are none
 */
export async function loadOutputs(stage: Stage, file = ".sst/outputs.json"): Promise<Outputs> {
  const here = Outputs.safeParse(JSON.parse(await readFile(file, "utf8").catch(() => "null")))
  if (here.success && here.data.stage === stage.name) return here.data
  await stage.link()
  for (const { outputs } of await released()) {
    const { success, data } = Outputs.safeParse(outputs)
    if (success) return data
  }
  throw new OpsProblem(
    `Stage ${stage.name} has no release in this account and region (${stage.region}).`,
    "Look at AWS_PROFILE and AWS_REGION, or deploy it: scripts/deploy.sh --help",
  )
}
