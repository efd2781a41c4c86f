import { loadResourceEnvironment } from "sst/resource/shared"
import type { Stage } from "./stage"

/** Leads the doors of core to the stage's table and buckets, whose names the deployment decided. */
export async function linkBuckets(stage: Stage): Promise<void> {
  await stage.link()
  if (process.env.SST_RESOURCE_Originals && process.env.SST_RESOURCE_Media) return
  const { originals, media } = await stage.outputs()
  const links = {
    SST_RESOURCE_Originals: JSON.stringify({ name: originals }),
    SST_RESOURCE_Media: JSON.stringify({ name: media }),
  }
  Object.assign(process.env, links)
  // Where the release was looked up in the table, the environment has been read already, once and for all.
  loadResourceEnvironment(links)
}
