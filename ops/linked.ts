import { loadResourceEnvironment } from "sst/resource/shared"
import { linkBuckets } from "./buckets"
import { OpsProblem } from "./problem"
import type { Stage } from "./stage"

/**
 * Leads the doors of core to this stage's storage, settings and escalation as well, for commands that do what the
 * product's functions do. No secret is among them.
 * @throws OpsProblem for a stage whose last release does not tell them
 */
export async function linkProduct(stage: Stage): Promise<void> {
  await linkBuckets(stage)
  if (process.env.SST_RESOURCE_Settings && process.env.SST_RESOURCE_Escalation) return
  const { settings, escalation } = await stage.outputs()
  if (!settings) {
    throw new OpsProblem(
      `The last release of stage ${stage.name} does not tell its settings.`,
      `They are there inside: npx sst shell --stage ${stage.name} -- npm run ops -- …`,
    )
  }
  const links = {
    SST_RESOURCE_Settings: JSON.stringify(settings),
    SST_RESOURCE_Escalation: JSON.stringify(escalation ?? { levels: [] }),
  }
  Object.assign(process.env, links)
  loadResourceEnvironment(links)
}
