import { config } from "../../../core/config"
import { fine, type Step, unknown } from "../step"

export const siteUrl: Step = {
  asks: "Is the site where its settings say?",
  async look({ stage }) {
    if (!process.env.SST_RESOURCE_Settings)
      return unknown("The settings are linked in `sst shell` alone.", "Run this there to compare.")
    const { site } = await stage.outputs()
    const set = new URL(config.settings.siteUrl).origin
    if (set === new URL(site).origin) return fine(`Both are ${set}.`)
    return {
      is: "cause",
      found: `settings: ${set}; deployed: ${site}`,
      means: "Every write of a browser is refused: its Origin is not the one that the settings name.",
      cause: `siteUrl of the settings is ${set}, and the site is ${site}.`,
      next: "rollback",
    }
  },
}
