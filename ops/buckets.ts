import { loadResourceEnvironment } from "sst/resource/shared"
import type { Stage } from "./stage"

/** Leads the doors of core to the stage's table and buckets, whose names the deployment decided. */
export async function linkBuckets(stage: Stage): Promise<void> {
  await stage.link()
  const { SST_RESOURCE_Originals, SST_RESOURCE_Media, SST_RESOURCE_Evidence } = process.env
  if (SST_RESOURCE_Originals && SST_RESOURCE_Media && SST_RESOURCE_Evidence) return
  const { originals, media, evidence } = await stage.outputs()
  const links = {
    SST_RESOURCE_Originals: JSON.stringify({ name: originals }),
    SST_RESOURCE_Media: JSON.stringify({ name: media }),
    ...(evidence ? { SST_RESOURCE_Evidence: JSON.stringify({ name: evidence }) } : {}),
  }
  Object.assign(process.env, links)
  // Where the release was looked up in the table, the environment has been read already, once and for all.
  loadResourceEnvironment(links)
}
