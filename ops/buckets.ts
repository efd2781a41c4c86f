import type { Stage } from "./stage"

/** Leads the doors of core to the stage's table and buckets, whose names the deployment decided. */
export async function linkBuckets(stage: Stage): Promise<void> {
  await stage.link()
  if (process.env.SST_RESOURCE_Originals && process.env.SST_RESOURCE_Media) return
  const { originals, media } = await stage.outputs()
  process.env.SST_RESOURCE_Originals = JSON.stringify({ name: originals })
  process.env.SST_RESOURCE_Media = JSON.stringify({ name: media })
}
