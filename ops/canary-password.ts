import { config } from "../core/config"
import { OpsProblem } from "./problem"
import type { Stage } from "./stage"

/**
 * @returns the password of the stage's canary
 * @throws OpsProblem when the secret is not at hand
 */
export async function canaryPassword(stage: Stage): Promise<string> {
  await stage.link()
  try {
    return config.canarySecret
  } catch {
    throw new OpsProblem(
      "The canary's password is not at hand.",
      `Secrets are there inside: npx sst shell --stage ${stage.name} -- npm run ops -- …`,
    )
  }
}
