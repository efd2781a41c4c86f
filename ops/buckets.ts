import { loadResourceEnvironment } from "sst/resource/shared"
import type { Stage } from "./stage"

/** Leads the doors of core to the stage's table and buckets, and to where its media is read: the deployment decided. */
export async function linkBuckets(stage: Stage): Promise<void> {
  await stage.link()
  const names = ["Originals", "Media", "MediaOrigin", "Evidence"]
  if (names.every((name) => process.env[`SST_RESOURCE_${name}`])) return
  const { originals, media, evidence, site } = await stage.outputs()
  const links = {
    SST_RESOURCE_Originals: JSON.stringify({ name: originals }),
    SST_RESOURCE_Media: JSON.stringify({ name: media }),
    SST_RESOURCE_MediaOrigin: JSON.stringify({ url: `${site}/media` }),
    ...(evidence ? { SST_RESOURCE_Evidence: JSON.stringify({ name: evidence }) } : {}),
  }
  Object.assign(process.env, links)
  // Where the release was looked up in the table, the environment has been read already, once and for all.
  loadResourceEnvironment(links)
}
