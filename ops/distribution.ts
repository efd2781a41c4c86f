import { OpsProblem } from "./problem"
import type { Stage } from "./stage"

/** @returns the id of the stage's CDN. @throws OpsProblem for a stage without one */
export async function distributionOf(stage: Stage): Promise<string> {
  const { distribution } = await stage.outputs()
  if (!distribution) throw new OpsProblem(`Stage ${stage.name} has no CDN.`)
  return distribution
}
